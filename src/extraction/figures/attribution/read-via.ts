import { type Passage, tokenAt, wordAt } from '../passage.ts'

const PLATFORM =
  /^(?:telegram|facebook|twitter|instagram|tiktok|youtube|whatsapp|weibo|linkedin|bluesky|threads|viber|vkontakte|reddit|signal)$/
const LINK =
  /^(?:via|on|through|over|by|in|the|a|an|post|message|statement|its|his|her|their|platform|social|media|network|app|to|posted|published|written)$/
const REACH = 7

/** The channel named right after a cue: "via Telegram", "in a post on X". */
export function readVia(passage: Passage, from: number): string | null {
  for (let at = from; at < from + REACH; at += 1) {
    const token = tokenAt(passage, at)
    if (!token) return null
    const isX = token.text === 'X' && /^(?:on|via|to|platform)$/.test(wordAt(passage, at - 1))
    if (isX || (PLATFORM.test(token.lower) && /^\p{Lu}/u.test(token.text))) return token.text
    if (!LINK.test(token.lower)) return null
  }
  return null
}
