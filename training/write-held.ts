/**
 * Writes the documents kept apart from training as CoNLL files, labels as the sets have them, to measure the
 * whole extraction on: `npm run bench:extraction -- --conll FILE`. Usage: write-held.ts DATA OUT_FOLDER
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isHeld, SETS } from './sets.ts'

const [dataFolder = '', outFolder = ''] = process.argv.slice(2)
mkdirSync(outFolder, { recursive: true })
for (const set of Object.keys(SETS)) {
  const [, ...documents] = readFileSync(`${dataFolder}/${set}.conll`, 'utf8').split(
    /^-DOCSTART-.*$/m,
  )
  const held = documents.filter((text) => text.trim() !== '').filter((_, i) => isHeld(set, i))
  writeFileSync(`${outFolder}/${set}.conll`, held.map((text) => `-DOCSTART-${text}`).join(''))
}
