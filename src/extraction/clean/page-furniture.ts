import { EDGE_PHRASE, FURNITURE_PHRASE, LIST_HEADING, SECTION_LABEL } from './furniture-phrases.ts'

/** Longer blocks are never furniture, so that no pattern sees a long text. */
const LONGEST_FURNITURE = 500

const LONGEST_TITLE = 150

/** Arrows, icons and bullets around the words of a button. */
const ICON = String.raw`(?:(?!©)[\p{So}\p{Sm}\p{Sk}›»•· ]|\ufe0f)`
const ICONS = new RegExp(`^${ICON}+|${ICON}+$`, 'gu')

/**
 * The blocks of the story, without those of the page around it: section labels before it; share
 * buttons, newsletters, lists of other stories, copyright and cookie notices after it; advertising
 * anywhere. Judged by the words of whole blocks, which ordinary sentences are not.
 * Doing it twice changes nothing.
 */
export function withoutFurniture<T extends { readonly text: string }>(
  blocks: readonly T[],
): readonly T[] {
  const story = blocks.filter(({ text }) => !matches(text, FURNITURE_PHRASE))
  let start = 0
  while (start < story.length && isLeading(story[start]?.text)) start += 1
  let end = story.length
  for (let before = -1; before !== end; ) {
    before = end
    while (end > start && isTrailing(story[end - 1]?.text)) end -= 1
    end = startOfLinkList(story, start, end)
  }
  return story.slice(start, end)
}

const isLeading = (text = ''): boolean => matches(text, SECTION_LABEL) || matches(text, EDGE_PHRASE)

const isTrailing = (text = ''): boolean => isLeading(text) || matches(text, LIST_HEADING)

/**
 * Where the titles of other stories begin: at a heading such as "Related articles" with nothing but
 * titles after it. `end` where there is none.
 */
function startOfLinkList(
  blocks: readonly { readonly text: string }[],
  start: number,
  end: number,
): number {
  let listStart = end
  for (let index = end - 1; index > start; index -= 1) {
    const text = blocks[index]?.text ?? ''
    if (matches(text, LIST_HEADING)) listStart = index
    else if (!isTitle(text)) break
  }
  return listStart
}

const isTitle = (text: string): boolean =>
  text.length <= LONGEST_TITLE && !/[.。]["”’)]*$/.test(text)

function matches(text: string, pattern: RegExp): boolean {
  if (text.length > LONGEST_FURNITURE) return false
  const words = text.toLowerCase().replace(/[‘’]/g, "'")
  return pattern.test(words) || pattern.test(words.replace(ICONS, ''))
}
