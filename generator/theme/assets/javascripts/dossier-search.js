/* The search's worker in place of the theme's, whose messages it speaks: 0 set up, 1 ready, 2 query,
   3 result. A word knows the entries that hold it and nothing else: thousands of sentences are
   ready at once, and no more than their text is kept. Nothing is indexed before the first query. */
const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]`; /* one letter is a word */
const WORD = RegExp(String.raw`<[^>]*>|&#?\w+;|\p{N}+(?:[.,]\p{N}+)*|\p{L}(?:\.\p{L})+|${UNSPACED}|[\p{L}\p{M}\p{N}]+(?:['’]s(?!\p{L}))?`, "gu");
const RUN = RegExp(`"[^"]+"|${UNSPACED}{2,}`, "gu"); /* words that must stand side by side */
const SHARE = 0.7; /* of the best entry's terms, by weight, that another must hold */
let docs, index;

const isWord = (run) => !/^[<&]/.test(run);
const folds = new Map(); /* most words come again and again */
const fold = (word) => {
  if (!folds.has(word)) folds.set(word, word.normalize("NFKD").replace(/\p{M}|['’]s$|[.,](?!\d{1,2}$)/gu, "").toLowerCase());
  return folds.get(word);
};
const split = (text) => (text.match(WORD) ?? []).filter(isWord).map(fold);
const join = (text) => ` ${split(text).join(" ")} `;

const build = () => {
  const places = new Map(), pages = new Map(), sizes = [];
  docs.forEach((doc, id) => {
    const page = doc.location.split("#")[0];
    if (!pages.has(page)) pages.set(page, id);
    sizes.push([doc.text, `${doc.title} ${doc.tags ?? ""}`].map((text, isTitle) => {
      const words = split(text);
      for (const word of new Set(words)) {
        if (!places.has(word)) places.set(word, []);
        places.get(word).push(2 * id + isTitle);
      }
      return words.length || 1;
    }));
  });
  const mean = sizes.reduce((sum, [size]) => sum + size, 0) / sizes.length;
  return { places, pages, sizes, mean, words: [...places.keys()].sort() };
};

/* Words that begin as the term does; "talks" also finds "talk". */
const find = (term) => {
  const stem = term.replace(/^(\p{L}{3,})s$/u, "$1");
  let low = 0, high = index.words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index.words[middle] < stem) low = middle + 1; else high = middle;
  }
  while (index.words[high]?.startsWith(stem)) high++;
  return { stem, found: index.words.slice(low, high), isWhole: (word) => word === term || word === stem };
};

/* What each entry gains by a term: most in a short title, more for the whole word than for a part. */
const rate = ({ found, isWhole }) => {
  const gains = new Map();
  for (const word of found) {
    for (const place of index.places.get(word)) {
      const id = place >> 1, [size, titled] = index.sizes[id];
      const gain = (isWhole(word) ? 1 : 0.6) * (place & 1 ? 1 + 3 / titled : 1 / (0.7 + 0.3 * size / index.mean));
      gains.set(id, Math.max(gain, gains.get(id) ?? 0));
    }
  }
  return { gains, weight: Math.log(1 + docs.length / (gains.size || 1)) };
};

const mark = (text, stems) => text.replace(WORD, (word) =>
  isWord(word) && stems.some((stem) => fold(word).startsWith(stem)) ? `<mark>${word}</mark>` : word);

const search = (query) => {
  index ??= build();
  const banned = split(query.match(/(^|\s)-\S+/g)?.join() ?? "");
  const terms = [...new Set(split(query))].filter((term) => !banned.includes(term)).map(find);
  const rated = terms.map(rate), scores = new Map(), covers = new Map();
  for (const { gains, weight } of rated) {
    for (const [id, gain] of gains) {
      scores.set(id, (scores.get(id) ?? 0) + gain * weight);
      covers.set(id, (covers.get(id) ?? 0) + weight);
    }
  }
  const most = Math.max(0, ...new Set(covers.values()));
  const without = new Set(banned.flatMap((word) => index.places.get(word) ?? []).map((place) => place >> 1));
  const runs = (query.match(RUN) ?? []).map(join);
  const holds = ({ title, text }) => runs.every((run) => join(`${title} ${text}`).includes(run));
  const ids = [...covers.keys()].filter((id) => covers.get(id) >= SHARE * most && !without.has(id) && holds(docs[id]));
  const groups = new Map(), stems = terms.map(({ stem }) => stem);
  const score = (id) => scores.get(id) * (covers.get(id) / most) ** 3 * (docs[id].boost ?? 1);
  for (const id of ids.sort((one, other) => score(other) - score(one) || one - other)) {
    const page = docs[id].location.split("#")[0];
    if (!groups.has(page)) groups.set(page, []);
    groups.get(page).push({
      ...docs[id],
      title: mark(docs[id].title, stems),
      text: mark(docs[id].text, stems),
      score: score(id),
      terms: Object.fromEntries(stems.map((stem, at) => [stem, rated[at].gains.has(id)])),
    });
  }
  for (const [page, items] of groups) {
    const parent = docs[index.pages.get(page)];
    if (items.every(({ location }) => location !== parent.location)) items.push({ ...parent, score: 0, terms: {} });
  }
  const last = terms.at(-1)?.found ?? [];
  const common = last.reduce((best, word) => index.places.get(word).length > (index.places.get(best)?.length ?? 0) ? word : best, "");
  return { items: [...groups.values()], suggest: [common] };
};

addEventListener("message", ({ data: { type, data } }) => {
  if (type === 0) {
    docs = data.docs;
    index = undefined;
    postMessage({ type: 1 });
  } else if (type === 2) {
    postMessage({ type: 3, data: data.trim() ? search(data) : { items: [] } });
  }
});
