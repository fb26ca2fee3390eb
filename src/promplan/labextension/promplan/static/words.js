// The shell's words in the notebook's language, from the course's catalogue.
const kept = new Map();

export async function words(server, language) {
  if (!kept.has(language)) kept.set(language, (await server.get("words", { language })) ?? {});
  const table = kept.get(language);
  return (english, values = {}) =>
    (table[english] ?? english).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
