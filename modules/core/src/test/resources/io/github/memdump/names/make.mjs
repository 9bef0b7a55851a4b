// Makes the dumps and truths beside this file. What it needs is in make.md.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = path.dirname(fileURLToPath(import.meta.url));
// Which program, and which Rubies of those at hand, all of them unless some are named.
const [name = 'holders', ...rubies] = process.argv.slice(2);
const program = await fs.readFile(path.join(here, `${name}.rb`), 'utf8');
const folder = path.join(here, 'dumps', name === 'holders' ? '' : name);
const names = await fs.readFile(path.join(here, '../../../../../../main/resources/io/github/memdump/live/names.rb'), 'utf8');
const require = createRequire(path.join(process.cwd(), 'x.js'));
await fs.mkdir(folder, { recursive: true });

async function keep(version, ...texts) {
  const [dump, told, truth] = texts.map((text) => text.replaceAll(process.cwd(), '/app'));
  const own = dump.split('\n').filter((line) => line && !line.startsWith('{"type":"NAMES"'));
  await fs.writeFile(path.join(folder, `${version}.json.gz`), gzipSync(own.join('\n') + '\n', { level: 9 }));
  await fs.writeFile(path.join(folder, `${version}.names.gz`), gzipSync(told, { level: 9 }));
  await fs.writeFile(path.join(folder, `${version}.truth.gz`), gzipSync(truth, { level: 9 }));
  console.log(version, own.length, 'records', told.length, 'bytes of names', truth.split('\n').length - 1, 'truths');
}

async function wasm(version, name) {
  const { DefaultRubyVM } = require('@ruby/wasm-wasi/dist/node');
  const file = path.join(process.cwd(), 'node_modules', '@ruby', name, 'dist', 'ruby+stdlib.wasm');
  const { vm } = await DefaultRubyVM(await WebAssembly.compile(await fs.readFile(file)));
  vm.eval(program);
  const dump = vm.eval('GC.start; ObjectSpace.dump_all(output: :string)').toString();
  vm.eval(`require 'stringio'; HOLDERS_OUT = StringIO.new; (${names}).call(HOLDERS_OUT, 1000.0)`);
  await keep(version, dump, vm.eval('HOLDERS_OUT.string').toString(), vm.eval('HOLDERS_TRUTH').toString());
}

async function ruby(version) {
  const tail = `
GC.start
File.open('dump.tmp', 'wb') { |file| ObjectSpace.dump_all(output: file) }
File.open('names.tmp', 'wb') { |file| eval(DATA_NAMES).call(file, 1000.0) }
File.write('truth.tmp', HOLDERS_TRUTH)
`;
  await fs.writeFile('program.rb', `DATA_NAMES = File.read('names.rb.tmp')\n${program}${tail}`);
  await fs.writeFile('names.rb.tmp', names);
  execFileSync('ruby', ['--disable-gems', 'program.rb'], { stdio: 'inherit' });
  const read = (name) => fs.readFile(name, 'utf8');
  await keep(version, await read('dump.tmp'), await read('names.tmp'), await read('truth.tmp'));
}

const isWanted = (version) => rubies.length === 0 || rubies.includes(version);
const own = execFileSync('ruby', ['-e', 'print RUBY_VERSION[/\\A\\d+\\.\\d+/]']).toString();
if (isWanted(own)) {
  await ruby(own);
}
for (const module of (await fs.readdir('node_modules/@ruby')).filter((n) => /^(\d|head)/.test(n) && isWanted(n.replace('-wasm-wasi', '')))) {
  await wasm(module.replace('-wasm-wasi', ''), module);
}
process.exit(0);
