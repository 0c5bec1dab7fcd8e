// Saving in other forms stands in the dialog of links and codes; what does it is loaded when
// that is opened, and not offered where it cannot be.

function offerSaving(load) {
  let saving;
  addEventListener("click", async ({ target }) => {
    if (!target.closest?.(".share-button")) return;
    saving ??= load().catch(() => (saving = undefined));
    const offer = await saving;
    // The dialog opens first.
    setTimeout(() => offer?.(document, document.getElementById("article-explorer-data").textContent));
  });
}
