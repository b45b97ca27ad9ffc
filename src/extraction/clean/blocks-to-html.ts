import type { Block, KeptElement } from './block.ts'

/** HTML of the given blocks, with the elements around them opened once; not yet sanitised. */
export function blocksToHtml(blocks: readonly Block[]): string {
  let html = ''
  let open: readonly KeptElement[] = []
  const moveTo = (path: readonly KeptElement[]): void => {
    let shared = 0
    while (shared < path.length && path[shared] === open[shared]) shared += 1
    html += open.slice(shared).toReversed().map(endTag).join('')
    html += path.slice(shared).map(startTag).join('')
    open = path
  }
  let before: KeptElement | undefined
  for (const { container, runs } of blocks) {
    const innermost = container.at(-1)
    if (innermost === before && innermost !== undefined) {
      moveTo(container)
      html += '<br>'
    }
    for (const run of runs) {
      moveTo([...container, ...run.inside])
      html += escapeHtml(run.text)
    }
    before = innermost
  }
  moveTo([])
  return html
}

function startTag({ name, attributes }: KeptElement): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`)
  return `<${name}${list.join('')}>`
}

function endTag({ name }: KeptElement): string {
  return `</${name}>`
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
