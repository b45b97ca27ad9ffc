import { words } from './words.ts'

/** A capitalised run that ends in one of these is an organization. */
export const ORGANIZATION_HEADS: ReadonlySet<string> = words(
  'ministry department agency administration authority commission committee council court parliament congress senate assembly cabinet government bureau office service services secretariat directorate inspectorate judiciary',
  'treasury duma knesset bundestag bundesrat bundeswehr bundesbank rada majlis riksbank diet seimas sejm verkhovna chancellery',
  'army navy force forces corps guard guards marines command staff regiment brigade brigades battalion division squadron fleet militia police constabulary gendarmerie intelligence military survey',
  'party union alliance coalition movement front league federation confederation association society organization organisation institute institution foundation trust fund club team board',
  'university college school academy faculty laboratory laboratories observatory hospital clinic orchestra choir ensemble church diocese archdiocese synod',
  'bank banks bancorp company corporation group holdings holding inc inc. corp corp. ltd ltd. llc plc gmbh ag sa s.a. nv spa co co. limited industries enterprises partners associates capital ventures securities',
  'airlines airways airline motors motor electric electronics semiconductor semiconductors pharmaceuticals pharma therapeutics biotech technologies technology systems software networks communications telecom media entertainment pictures studios records',
  'energy petroleum oil gas steel mining resources power aerospace aviation shipyard shipbuilding automotive foods beverages brewery breweries insurance assurance financial finance investments investment mutual stores supermarkets retail shipping logistics maritime marine textiles chemicals cement tobacco steelworks shipyards railways railway rail metro transport ferries cruises',
  'times post journal tribune herald gazette chronicle guardian telegraph observer mail express standard independent news press magazine weekly radio television tv fm broadcasting network channel',
  'fc f.c. afc a.f.c. cf sc united wanderers rovers athletic albion hotspur',
  'taliban cartel brotherhood jihad hezbollah militants resistance caucus campaign',
  'tribunal consulate embassy chamber exchange cooperative consortium initiative project program programme mission taskforce panel',
  'cross crescent lords commons representatives deputies nations chiefs',
)

/** Of these heads, those that no place's name ends in, wherever the organization stands. */
export const ONLY_ORGANIZATION_HEADS: ReadonlySet<string> = words(
  'hospital university college school council institute embassy',
)

/** Generic head words: "Wagner" alone may stand for "Wagner Group". */
export const DROPPABLE_HEADS: ReadonlySet<string> = words(
  'group party bank company corporation inc inc. corp corp. ltd ltd. llc plc gmbh ag sa co co. limited holdings fc f.c. afc cf motors airlines airways industries movement news university foundation institute technologies platforms pharmaceuticals energy entertainment city united',
)
