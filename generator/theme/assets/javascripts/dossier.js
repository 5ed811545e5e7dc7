/* A citation's number opens the passage itself; its footnote stays for readers without scripts. */
document.addEventListener("click", (event) => {
  const reference = event.target.closest?.("a.footnote-ref");
  if (!reference || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)));
  const passage = note?.querySelector("a[href*='#']:not(.footnote-backref)");
  if (!passage) return;
  event.preventDefault();
  event.stopPropagation();
  passage.click();
}, true);
