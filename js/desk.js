// The workspace had another name; links to a view of it still lead there.

location.replace(`workspace.html${location.search}${location.hash}`);
