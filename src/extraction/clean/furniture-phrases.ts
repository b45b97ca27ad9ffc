/**
 * Words that pages of the genre put around a story. Every pattern describes a whole block in lower
 * case with straight quotes, never a part of a sentence. English only.
 */

const SECTION =
  "(?:home|homepage|front page|main|menu|news|world|world news|international|global|national|nation|local|regional|politics|business|economy|markets|finance|money|sports?|football|opinion|analysis|comment|commentary|editorial|features?|featured|exclusive|culture|arts|entertainment|lifestyle|life|travel|health|science|tech|technology|environment|climate|weather|education|crime|law|society|war|conflict|defen[cs]e|security|elections?|media|videos?|photos|gallery|podcasts?|magazine|africa|americas|asia|asia-pacific|europe|latin america|middle east|north america|us|u\\.s\\.|uk|u\\.k\\.|eu|(?:top|latest|breaking|recent) (?:news|stories|headlines|posts)|latest|live|live updates|breaking|just in|developing(?: story)?|urgent|headlines|must read|editor(?:'?s|s')? (?:pick|choice)s?|uncategori[sz]ed|press releases?|articles?|blog|archive|about us|contact(?: us)?)"

const NETWORK =
  '(?:facebook|messenger|twitter|x \\(twitter\\)|whatsapp|telegram|viber|linkedin|instagram|pinterest|reddit|tumblr|tiktok|youtube|threads|bluesky|mastodon|flipboard|pocket|line|vk|wechat|weibo|e-?mail|sms|print|copy(?: the)? link|copy url|copied|bookmark|save|share|tweet|post|pin|like|follow|rss)'

const STORY = '(?:article|story|post|page|report|item)'

const LETTER =
  '(?:newsletters?|mailing list|briefings?|bulletins?|digest|alerts?|notifications?|updates?|channels?|podcasts?|e-?mails?|feeds?|magazine|(?:web)?site)'

const MINUTES =
  '(?:less than )?(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)[ -]?min(?:ute)?s?'

/** A colon or an arrow, then the title of another story. */
const TARGET = '\\s*(?::|»|›|>|→|\\|).*'

/** Stand between paragraphs as well as around the story. */
const ANYWHERE: readonly string[] = [
  // Advertising
  '(?:an? )?(?:advertisements?|advertorial|ads?|adverti[sz]ing|promoted(?: content| stories)?|paid content)[.:]?',
  'sponsored(?: content| by [^.!?]{1,60})?',
  `(?:${STORY}|content|reading) continues (?:below|after|under)(?: (?:this|the))?(?: (?:ad|advert|advertisement|video|photo|image|gallery|promotion))?`,
  '(?:continue|keep) reading(?: below)?|scroll (?:down )?(?:to continue|for more)(?: reading)?',
  // Getting around the page
  '(?:(?:back|return|go|scroll|jump) (?:up )?to (?:the )?top|to the top)(?: of (?:the )?page)?(?: button)?',
  'skip (?:to|past) [^.!?]{1,60}|(?:open|close|toggle) (?:the )?(?:menu|navigation)|show (?:more|less|all)|load more(?: [^.!?]{1,30})?|loading(?:\\.\\.\\.|…)?',
  'click here(?: (?:to|for) [^.!?]{1,100})?|tap here(?: (?:to|for) [^.!?]{1,100})?',
  // Other stories
  `(?:read|see|watch|learn|find out|discover) more(?: (?:on|about|at|in|from) [^.!?:]{1,80}| here| online)?(?:${TARGET}|\\.\\.\\.|…)?`,
  `(?:read|see|watch) (?:also|next|too)(?:${TARGET})?|(?:don't miss|up next|you may also read|more here|full story|related|see related)${TARGET}|also read(?:${TARGET}| [^.!?]{1,120})?`,
  // Sharing
  `(?:share|bookmark|print|save|e-?mail|tweet|copy|download|rate)(?: this| the)? ${STORY}(?: (?:on|via|with|by|to|using) [^.!?]{1,80})?[.!]?`,
  `(?:share|follow|send)(?: it| this| us)? (?:on|via|by|to) ${NETWORK}(?:(?:,? (?:and|or) |, ?| )${NETWORK})*[.!]?`,
  `(?:share|follow us|share on|share via)?[: ]*${NETWORK}(?:[ |,/·•]*${NETWORK})+`,
  // Pictures and sound
  '(?:image|photo|picture|video) (?:source|caption|credit)s?\\s*[:,].{1,200}|(?:photo|image|picture)s?(?: by)?\\s*[:/].{1,80}|getty images|(?:ap|reuters|afp) photos?',
  `listen(?: to (?:this|the) ${STORY})?(?: [^.!?]{0,10}\\d[^.!?]{0,12})?|play audio|audio version`,
  `(?:estimated )?(?:reading|read) time:?\\s*(?:about |~)?${MINUTES}|${MINUTES}[ -]read(?:ing)?(?: time)?`,
  // The address of something embedded
  'https?://\\S+',
  // Cookies
  '(?:we|this (?:web)?site|our (?:web)?site|this page) uses? cookies(?: (?:to|for|and|on|in|so)\\b.{0,400}|[.!]?)|by (?:continuing|using|browsing|clicking)[^.]{0,120}(?:cookies?|privacy policy|terms of (?:use|service))\\b.{0,200}',
  '(?:accept|reject|allow|manage|decline)(?: all)?(?: cookies)?|cookies? (?:policy|settings|preferences|notice|consent)|we value your privacy',
  // Rules drawn with characters
  '[-–—*_=~#•·.|/\\\\<>+←→↑↓ ]+',
]

const TRAILING: readonly string[] = [
  `${NETWORK}|share this|tags|comments|sharing`,
  `(?:please )?(?:subscribe|sign up|register|join)(?: (?:now|today|here|free|for free))?(?: (?:to |for |up for )?(?:our|the|my|your|a|an|free|this)\\b[^.!?]{0,80}\\b${LETTER}(?: (?:now|today|here|for free))?)?[.!]?`,
  '(?:get|receive) [^.!?]{1,100}\\b(?:in|to|into) your (?:inbox|e-?mail|phone)(?: [^.!?]{1,40})?[.!]?',
  '(?:follow|like|join|find|support|contact) us(?: (?:on|at|via) [^!?,]{1,60})?[.!]?',
  '(?:(?:©|\\(c\\)|copyright)\\s*)+(?:by )?(?:\\d{4}.{0,160}|.{0,120}\\ball rights reserved.{0,80})|©.{1,160}|all rights reserved.{0,80}',
  '(?:privacy(?: policy| notice)?|terms(?: of (?:use|service)| (?:and|&) conditions)?|imprint|legal notice|disclaimer|sitemap|advertise(?: with us)?|careers|help|faq)(?:\\s*[|·•/].{1,120})?',
  '(?:leave|post|write|add) a (?:comment|reply)|(?:view|show|see|read)(?: all)? (?:\\d+ )?comments?|(?:no|\\d+) comments?|comments?(?: \\(\\d+\\)| are closed| off)|join the (?:conversation|discussion|debate)|be the first to comment|report (?:an error|a typo|this ad)',
  `(?:previous|next|older|newer)(?: ${STORY}| posts?)?(?:${TARGET})?|(?:sign|log) (?:in|out|up)|search|close`,
  '(?:tags?|topics?|filed under|categor(?:y|ies)|keywords|labels)\\s*:.{1,300}',
]

/** Headings under which the page lists other stories. */
const LIST_HEADINGS: readonly string[] = [
  '(?:related|similar|other|recommended|popular|trending|latest|recent|further|more) (?:articles?|stor(?:y|ies)|news|posts?|topics?|content|coverage|links?|reading|videos?|headlines|reports?)(?: (?:from|in|on) [^.!?]{1,60})?',
  'more (?:from|in|on|about) [^.!?]{1,60}|more for you|related|recommended(?: for you)?|you (?:may|might) (?:also )?(?:like|be interested in)|what to read next|(?:most|what others) (?:read|viewed|popular|shared)|people also read|trending(?: now)?|top stories|read (?:also|more|next)|see also',
]

/** Furniture wherever it stands. */
export const FURNITURE_PHRASE = whole(ANYWHERE)

/** Furniture after the story, and before its headline. */
export const EDGE_PHRASE = whole(TRAILING)

export const LIST_HEADING = whole(LIST_HEADINGS.map((heading) => `(?:${heading}):?`))

/** "News", "World | Politics", or a trail such as "Home > World > Ukraine". */
export const SECTION_LABEL = whole([
  `${SECTION}(?:\\s*[|/·•]\\s*${SECTION}){0,5}:?`,
  `${SECTION}(?:\\s*[>»›]\\s*[^.!?>»›]{1,40}){1,5}`,
])

function whole(patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`, 'u')
}
