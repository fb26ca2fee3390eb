// A file goes to the kernel in pieces: one message of a browser may be no larger than ten million bytes.
const PIECE = 4_000_000;

async function upload(model, box, file, given = {}) {
  const key = Math.random().toString(36).slice(2);
  const data = await file.arrayBuffer();
  let at = 0;
  do {
    const piece = data.slice(at, at + PIECE);
    at += PIECE;
    model.send({ do: "file", key, name: file.name, last: at >= data.byteLength, ...given }, undefined, [piece]);
  } while (at < data.byteLength);
  box.dispatchEvent(new Event("change", { bubbles: true })); // the guard waits for it as for any change
}
