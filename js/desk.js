// The workspace was once called desk; this script redirects old links, with their view.

location.replace(`workspace.html${location.search}${location.hash}`);
