/* The theme's search dialog has no name of its own. */
const search = document.querySelector("[data-md-component=search][role=dialog]");
search?.setAttribute("aria-label", search.querySelector("input")?.getAttribute("aria-label") ?? "Search");

/* What scrolls sideways must be reachable by keyboard. */
const release = () => {
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
    if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
  }
};
window.document$?.subscribe(() => setTimeout(release, 100));

/* A citation's number opens the passage itself; its footnote stays for readers without scripts. */
document.addEventListener("click", (event) => {
  const reference = event.target.closest?.("a.footnote-ref");
  if (!reference || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const note = document.getElementById(decodeURIComponent(reference.hash.slice(1)));
  const passage = note?.querySelector("a[href*='#']:not(.footnote-backref)");
  if (!passage) return;
  event.preventDefault();
  event.stopPropagation();
  passage.click();
}, true);
