/* Small help on top of pages that work without it. Nothing is fetched, nothing is remembered. */
(() => {
  const labelled = () => document.querySelector("[data-copy]");

  /* The theme's search dialog has no name of its own. */
  const search = document.querySelector("[data-md-component=search][role=dialog]");
  search?.setAttribute("aria-label", search.querySelector("input")?.ariaLabel ?? "Search");

  /* What scrolls sideways must be reachable by keyboard; the theme wraps tables after loading. */
  const each = (selector, change) => document.querySelectorAll(selector).forEach(change);
  const release = () => each(".md-typeset__scrollwrap", (wrap) => {
    if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
  });

  /* On a page that the theme swaps in, on the way back, the address has no target yet. */
  const arrive = () => {
    const { hash } = location, { scrollY } = window;
    if (hash && !document.querySelector(":target") && document.getElementById(hash.slice(1))) {
      location.replace(hash);
      scrollTo(0, scrollY);
    }
    each(".dossier-text :target", (passage) => { passage.tabIndex = 0; });
  };
  window.document$?.subscribe(() => setTimeout(() => (release(), arrive()), 100));
  addEventListener("hashchange", arrive);

  /* A citation's number opens the passage itself; its footnote is for readers without scripts. */
  const noteOf = (reference) => document.getElementById(decodeURIComponent(reference.hash.slice(1)));
  const passageOf = (within) => within.querySelector("a[href*='#']:not(.footnote-ref, .footnote-backref)");
  document.addEventListener("click", (event) => {
    const reference = event.target.closest?.("a.footnote-ref");
    const passage = reference && passageOf(noteOf(reference));
    if (!passage || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    passage.click();
  }, true);

  /* The theme's cards: Escape takes them away, and each has a name. */
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    each(".md-tooltip2--active", (card) => card.classList.remove("md-tooltip2--active"));
  });
  new MutationObserver(() => each(".md-tooltip2[role=dialog]:not([aria-label])", (card) => {
    card.ariaLabel = labelled()?.dataset.card ?? "Citation";
  })).observe(document.body, { childList: true });

  /* A statement under the pointer or the focus can be copied with its citation. */
  const cite = (statement) => {
    const reference = statement.querySelector("a.footnote-ref");
    const note = reference && noteOf(reference);
    const link = passageOf(note ?? statement);
    const own = statement.cloneNode(true);
    own.querySelectorAll(":scope > :not([data-cite], u)").forEach((part) => part.remove());
    const source = note?.querySelector(".dossier-source") ?? link ?? labelled();
    const name = (!note && link?.title) || source.textContent;
    return [own.textContent.trim(), name, link?.href ?? new URL(`#${statement.id}`, location)];
  };
  const forms = {
    copy: (text, name, url) => `“${text}” (${name}, ${url})`,
    markdown: (text, name, url) => `> ${text.replace(/[\\`*_[\]<>]/g, "\\$&")}\n>\n> — [${name}](${url})`,
  };
  const tools = document.createElement("span");
  tools.className = "dossier-tools";
  tools.ariaLive = "polite";
  const offer = ({ target }) => {
    const statement = target.closest?.(".dossier-statement, .dossier-text :is(.dossier-cited > *, :target)");
    const words = labelled()?.dataset;
    if (!statement || !words || !navigator.clipboard || tools.parentNode === statement) return;
    tools.replaceChildren(...Object.keys(forms).map((form) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words[form];
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(forms[form](...cite(statement)));
        button.textContent = words.copied;
      });
      return button;
    }));
    statement.append(" ", tools);
  };
  document.addEventListener("pointerover", offer);
  document.addEventListener("focusin", offer);
})();
