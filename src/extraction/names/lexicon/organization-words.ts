import { words } from './words.ts'

/** A capitalised run that ends in one of these is an organization. */
export const ORGANIZATION_HEADS: ReadonlySet<string> = words(
  'ministry department agency administration authority commission committee council court parliament congress senate assembly cabinet government bureau office service services secretariat directorate inspectorate judiciary',
  'treasury duma knesset bundestag bundesrat bundeswehr bundesbank rada majlis riksbank diet seimas sejm verkhovna chancellery',
  'army navy force forces corps guard guards marines command staff regiment brigade brigades battalion division squadron fleet militia police constabulary gendarmerie intelligence military',
  'party union alliance coalition movement front league federation confederation association society organization organisation institute institution foundation trust fund club team board',
  'university college school academy faculty laboratory laboratories observatory hospital clinic orchestra choir ensemble church diocese archdiocese synod',
  'bank banks bancorp company corporation group holdings holding inc inc. corp corp. ltd ltd. llc plc gmbh ag sa s.a. nv spa co co. limited industries enterprises partners associates capital ventures securities',
  'airlines airways airline motors motor electric electronics semiconductor semiconductors pharmaceuticals pharma therapeutics biotech technologies technology systems software networks communications telecom media entertainment pictures studios records',
  'energy petroleum oil gas steel mining resources power aerospace aviation shipyard shipbuilding automotive foods beverages brewery breweries insurance assurance financial finance investments investment mutual stores supermarkets retail shipping logistics maritime marine textiles chemicals cement tobacco steelworks shipyards railways railway rail metro transport ferries cruises',
  'times post journal tribune herald gazette chronicle guardian telegraph observer mail express standard independent news press magazine weekly radio television tv broadcasting network channel',
  'fc f.c. afc a.f.c. cf sc united wanderers rovers athletic albion hotspur',
  'taliban cartel brotherhood jihad hezbollah militants resistance caucus campaign',
  'tribunal consulate embassy chamber exchange cooperative consortium initiative project program programme mission taskforce panel',
  'cross crescent lords commons representatives deputies nations chiefs',
)

/** Generic head words: "Wagner" alone may stand for "Wagner Group". */
export const DROPPABLE_HEADS: ReadonlySet<string> = words(
  'group party bank company corporation inc inc. corp corp. ltd ltd. llc plc gmbh ag sa co co. limited holdings fc f.c. afc cf motors airlines airways industries movement news university foundation institute technologies platforms pharmaceuticals energy entertainment city united',
)

/** Heads that name a body when "of", "for" or "on" follows: "Bank of England", "Centre for Cities". */
export const HEADS_WITH_COMPLEMENT: ReadonlySet<string> = words(
  'ministry department agency administration authority commission committee council court parliament congress senate assembly cabinet government bureau office service services secretariat directorate tribunal chamber',
  'army navy force forces corps guard command staff regiment brigade battalion division fleet',
  'party union alliance coalition movement front league federation confederation association society organization organisation institute institution foundation trust fund club board',
  'university college school academy faculty hospital church diocese archdiocese bank company group',
  'house houses center centers centre centres observatory network campaign initiative doctors reporters knights order chiefs hall',
)

/** Those of them that "for" may follow: "Observatory for Human Rights", not "League for". */
export const HEADS_WITH_FOR: ReadonlySet<string> = words(
  'ministry department agency commission committee council office secretariat organization organisation institute institution foundation association society academy school fund',
  'center centers centre centres observatory campaign initiative coalition movement party alliance alternative',
)

/** Those that "on" or "against" may follow: "Committee on Foreign Relations". */
export const HEADS_WITH_ON: ReadonlySet<string> = words(
  'commission committee council center centre campaign coalition society league conference panel subcommittee students mothers',
)

/** Such heads followed by "of" make a place: "Gulf of Oman", "Republic of Ireland". */
export const PLACE_HEADS_WITH_OF: ReadonlySet<string> = words(
  'gulf bay strait straits sea isle island islands cape republic kingdom state states city port lake mount valley coast horn tower university-town peninsula district region province territory bank',
)

/** Lower-case words that say that the name before or after them is an organization. */
export const ORGANIZATION_CONTEXT: ReadonlySet<string> = words(
  'company firm group bank agency party newspaper magazine broadcaster channel carmaker automaker airline airliner chain retailer operator maker manufacturer giant startup start-up',
  'club team side university college union militia movement gang cartel charity nonprofit ngo organization organisation association think-tank outlet network platform app website site brand band label studio publisher',
  'subsidiary conglomerate brewer lender insurer utility regulator watchdog supplier contractor producer refiner developer corporation institute body bloc coalition alliance list slate',
)

/** Lower-case words that follow the name of an organization: "Hamas militants", "Apple shares". */
export const ORGANIZATION_FOLLOWERS: ReadonlySet<string> = words(
  'militants fighters gunmen rebels insurgents forces members shares stock shareholders investors employees executives lawmakers leadership spokesperson spokesman spokeswoman commander commanders',
  'candidate candidates nominee leader leaders headquarters subsidiary ceo chairman founder fans supporters players coach manager midfielder striker goalkeeper defender winger',
  'news correspondent reporter editor poll survey offices branch stores factory plant engineers peacekeepers',
)
