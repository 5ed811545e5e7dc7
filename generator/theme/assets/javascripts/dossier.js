/* Small help on top of pages that work without it. Nothing is fetched, nothing is remembered. */
(() => {
  const words = () => document.querySelector("[data-copy]")?.dataset;

  /* The theme's search dialog has no name of its own. */
  const search = document.querySelector("[data-md-component=search][role=dialog]");
  search?.setAttribute("aria-label", search.querySelector("input")?.ariaLabel ?? "Search");

  /* What scrolls sideways must be reachable by keyboard; the theme wraps tables after loading. */
  const release = () => {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
      if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
    }
  };
  window.document$?.subscribe(() => setTimeout(release, 100));

  /* A citation's number opens the passage itself; its footnote stays for readers without scripts. */
  const noteOf = (reference) => document.getElementById(decodeURIComponent(reference.hash.slice(1)));
  const passageOf = (within) => within?.querySelector("a[href*='#']:not(.footnote-ref, .footnote-backref)");
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
    for (const card of document.querySelectorAll(".md-tooltip2--active")) {
      card.classList.remove("md-tooltip2--active");
    }
  });
  new MutationObserver(() => {
    for (const card of document.querySelectorAll(".md-tooltip2[role=dialog]:not([aria-label])")) {
      card.ariaLabel = words()?.card ?? "Citation";
    }
  }).observe(document.body, { childList: true });

  /* A statement under the pointer or the focus can be copied with its citation. */
  const cite = (statement) => {
    const reference = statement.querySelector("a.footnote-ref");
    const note = reference && noteOf(reference);
    const link = passageOf(note ?? statement);
    const name = note?.querySelector(".dossier-source")?.textContent ?? (link.title || link.textContent);
    const text = [...statement.querySelectorAll("[data-cite]")].map((run) => run.textContent).join(" ");
    return { text, name, url: link.href };
  };
  const forms = {
    copy: ({ text, name, url }) => `“${text}” (${name}, ${url})`,
    markdown: ({ text, name, url }) => `> ${text.replace(/[\\`*_[\]<>]/g, "\\$&")}\n>\n> — [${name}](${url})`,
  };
  const tools = document.createElement("span");
  tools.className = "dossier-tools";
  const offer = (event) => {
    const statement = event.target.closest?.(".dossier-statement");
    const labels = words();
    if (!statement || !labels || !passageOf(statement.querySelector(".footnote-ref") ? document : statement)) return;
    if (tools.parentNode === statement) return;
    tools.replaceChildren(...Object.keys(forms).map((form) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = labels[form];
      button.addEventListener("click", async () => {
        await navigator.clipboard.writeText(forms[form](cite(statement)));
        button.textContent = labels.copied;
      });
      return button;
    }));
    statement.append(" ", tools);
  };
  document.addEventListener("pointerover", offer);
  document.addEventListener("focusin", offer);
})();
