// Reads lines of [file, address, page] and writes what Readability.js and defuddle say of each page. Run by TestDisguise
// in a folder whose node_modules hold both and linkedom.
const path = require('node:path');
const load = require('node:module').createRequire(path.join(process.cwd(), 'x.js'));
const {parseHTML} = load('linkedom'), {Readability} = load('@mozilla/readability');
const defuddle = require('node:url').pathToFileURL(path.resolve('node_modules/defuddle/dist/node.js')); // a module for import

const failed = {Readability: 0, defuddle: 0}; // an extractor that fails has no answer

async function read(Defuddle, file, address, page) {
  const both = [{file, title: '', text: ''}, {file, title: '', text: ''}];
  try {
    const a = new Readability(parseHTML(page).document).parse();
    if (a) both[0] = {file, title: a.title || '', text: a.content || ''};
  } catch { failed.Readability++; }
  try {
    const a = await Defuddle(parseHTML(page).document, address, {useAsync: false});
    both[1] = {file, title: a.title || '', text: a.content || ''};
  } catch { failed.defuddle++; }
  return both;
}

(async () => {
  const {Defuddle} = await import(defuddle);
  console.log = console.warn = console.error = () => {}; // what they say of pages is no answer
  const chunks = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  for (const line of Buffer.concat(chunks).toString().split('\n')) {
    if (line) process.stdout.write(JSON.stringify(await read(Defuddle, ...JSON.parse(line))) + '\n');
  }
  for (const [name, n] of Object.entries(failed)) if (n) process.stderr.write(`${name} failed on ${n} pages\n`);
})();
