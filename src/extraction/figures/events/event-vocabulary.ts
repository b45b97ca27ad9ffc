/** One thing that can happen to what is counted, and the words that news has for it. */
export interface EventWords {
  /** The last part of a metric's key: "drones-intercepted". */
  readonly event: string
  /** Verbs whose object is counted: "killed 3", "3 were killed". A "+" joins a particle. */
  readonly objectOf?: string
  /** Verbs whose subject is counted: "3 died". */
  readonly subjectOf?: string
  /** Words and phrases after the thing counted: "3 dead", "12 unaccounted for". */
  readonly states?: string
  /** Nouns that count events of this kind by themselves: "12 arrests". */
  readonly nouns?: string
  /** Nouns that take the thing counted after "of": "the loss of 12 tanks". */
  readonly nounsOf?: string
  /** A bare number of it counts people. */
  readonly people?: true
  /** Changes of a level, measured rather than counted: "rose 3%". */
  readonly change?: true
}

/** The closed vocabulary. Synonyms are folded so that different outlets report one metric. */
export const EVENTS: readonly EventWords[] = [
  // War and violence
  {
    event: 'killed',
    objectOf: 'kill murder slay assassinate massacre behead electrocute lynch gun+down shoot+dead',
    subjectOf: 'die perish drown succumb suffocate asphyxiate',
    states:
      'dead lost+their+lives lost+his+life lost+her+life burned+to+death burnt+to+death ' +
      'frozen+to+death froze+to+death starved+to+death crushed+to+death stabbed+to+death beaten+to+death shot+to+death trampled+to+death',
    nouns: 'death deaths fatality fatalities killing killings',
    nounsOf: 'death deaths killing murder',
    people: true,
  },
  {
    event: 'injured',
    objectOf: 'injure wound hurt maim',
    states: 'injured wounded hurt',
    nouns: 'injury injuries',
    nounsOf: 'wounding',
    people: true,
  },
  { event: 'missing', states: 'missing unaccounted', people: true },
  {
    event: 'launched',
    objectOf: 'launch fire',
    nouns: 'launch launches',
    nounsOf: 'launch barrage salvo volley swarm firing',
  },
  {
    event: 'intercepted',
    objectOf: 'intercept down shoot+down bring+down take+down neutralise neutralize repel',
    nouns: 'interception interceptions',
    nounsOf: 'interception downing',
  },
  { event: 'attacked', objectOf: 'attack target shell bomb bombard strike hit' },
  {
    event: 'destroyed',
    objectOf: 'destroy demolish raze flatten gut obliterate wreck sweep+away wash+away',
    nounsOf: 'destruction demolition',
  },
  { event: 'damaged', objectOf: 'damage' },
  { event: 'captured', objectOf: 'capture occupy conquer overrun', nounsOf: 'capture' },
  { event: 'liberated', objectOf: 'liberate recapture retake', nounsOf: 'liberation' },
  { event: 'seized', objectOf: 'seize confiscate impound', nouns: 'seizures', nounsOf: 'seizure' },
  { event: 'deployed', objectOf: 'deploy mobilise mobilize station', nounsOf: 'deployment' },
  {
    event: 'kidnapped',
    objectOf: 'kidnap abduct',
    states: 'taken+hostage held+hostage',
    nouns: 'kidnappings abductions',
    people: true,
  },
  {
    event: 'released',
    objectOf: 'release free',
    nouns: 'releases',
    nounsOf: 'release',
    people: true,
  },
  { event: 'exchanged', objectOf: 'exchange swap', nounsOf: 'exchange swap' },
  { event: 'shot', objectOf: 'shoot', people: true },
  // Disasters and people on the move
  {
    event: 'displaced',
    objectOf: 'displace uproot',
    subjectOf: 'flee',
    states:
      'homeless displaced from+their+homes left+homeless without+shelter left+without+shelter ' +
      'driven+from+their+homes forced+from+their+homes forced+to+flee forced+to+leave ' +
      'lost+their+homes left+their+homes made+homeless rendered+homeless',
    nounsOf: 'displacement',
    people: true,
  },
  {
    event: 'evacuated',
    objectOf: 'evacuate',
    subjectOf: 'evacuate',
    nouns: 'evacuations',
    nounsOf: 'evacuation',
    people: true,
  },
  { event: 'rescued', objectOf: 'rescue', nouns: 'rescues', nounsOf: 'rescue', people: true },
  { event: 'survived', subjectOf: 'survive', people: true },
  { event: 'trapped', objectOf: 'trap', people: true },
  { event: 'stranded', objectOf: 'strand', people: true },
  { event: 'affected', objectOf: 'affect disrupt', people: true },
  { event: 'burned', objectOf: 'burn scorch' },
  { event: 'flooded', objectOf: 'flood inundate submerge' },
  { event: 'collapsed', subjectOf: 'collapse' },
  { event: 'without-power', states: 'without+power without+electricity' },
  { event: 'returned', subjectOf: 'return' },
  { event: 'arrived', subjectOf: 'arrive' },
  { event: 'crossed', subjectOf: 'cross' },
  // Health
  {
    event: 'infected',
    objectOf: 'infect',
    nouns: 'infection infections',
    people: true,
  },
  {
    event: 'hospitalized',
    objectOf: 'hospitalize hospitalise',
    states:
      'taken+to+hospital rushed+to+hospital admitted+to+hospital sent+to+hospital in+hospital ' +
      'taken+to+hospitals',
    people: true,
  },
  { event: 'vaccinated', objectOf: 'vaccinate inoculate immunise immunize', people: true },
  { event: 'diagnosed', objectOf: 'diagnose', people: true },
  { event: 'treated', objectOf: 'treat', people: true },
  { event: 'recovered', objectOf: 'recover', subjectOf: 'recover' },
  { event: 'quarantined', objectOf: 'quarantine', people: true },
  // Police and courts
  {
    event: 'arrested',
    objectOf: 'arrest detain apprehend round+up',
    states: 'in+custody taken+into+custody',
    nouns: 'arrest arrests detentions',
    nounsOf: 'arrest arrests detention',
    people: true,
  },
  { event: 'charged', objectOf: 'indict charge', nouns: 'indictments', people: true },
  {
    event: 'convicted',
    objectOf: 'convict',
    nouns: 'conviction convictions',
    nounsOf: 'conviction',
    people: true,
  },
  { event: 'acquitted', objectOf: 'acquit', nouns: 'acquittals', people: true },
  { event: 'sentenced', objectOf: 'sentence jail imprison', people: true },
  {
    event: 'executed',
    objectOf: 'execute',
    nouns: 'executions',
    nounsOf: 'execution executions',
    people: true,
  },
  {
    event: 'deported',
    objectOf: 'deport expel repatriate',
    nouns: 'deportations expulsions',
    people: true,
  },
  { event: 'fined', objectOf: 'fine' },
  { event: 'frozen', objectOf: 'freeze' },
  { event: 'sued', objectOf: 'sue' },
  { event: 'stolen', objectOf: 'steal', nounsOf: 'theft' },
  { event: 'banned', objectOf: 'ban suspend' },
  // Work, money and trade
  {
    event: 'increased',
    subjectOf:
      'rise grow climb jump surge gain soar increase advance rally expand accelerate leap spike strengthen',
    objectOf: 'increase',
    nouns: 'rise increase gain growth surge jump climb hike',
    states: 'up higher',
    change: true,
  },
  {
    event: 'decreased',
    subjectOf:
      'fall drop decline shrink slump tumble plunge decrease contract slip sink dip slide plummet weaken ease lose shed',
    objectOf: 'reduce decrease lower',
    nouns: 'fall drop decline slump decrease plunge cut reduction contraction slide dip',
    states: 'down lower',
    change: true,
  },
  { event: 'cut', objectOf: 'cut slash axe eliminate shed', nounsOf: 'loss' },
  {
    event: 'laid-off',
    objectOf: 'lay+off dismiss',
    states: 'lost+their+jobs made+redundant',
    nouns: 'layoffs redundancies',
    people: true,
  },
  { event: 'created', objectOf: 'create' },
  { event: 'hired', objectOf: 'hire recruit', people: true },
  { event: 'employed', objectOf: 'employ', people: true },
  { event: 'invested', objectOf: 'invest', nounsOf: 'investment' },
  { event: 'raised', objectOf: 'raise' },
  { event: 'sold', objectOf: 'sell', nounsOf: 'sale' },
  { event: 'bought', objectOf: 'buy acquire purchase', nounsOf: 'purchase acquisition' },
  { event: 'produced', objectOf: 'produce manufacture', nounsOf: 'production' },
  { event: 'exported', objectOf: 'export' },
  { event: 'imported', objectOf: 'import' },
  { event: 'earned', objectOf: 'earn' },
  { event: 'lost', objectOf: 'lose', nounsOf: 'loss' },
  { event: 'paid', objectOf: 'pay repay', nounsOf: 'payment' },
  { event: 'spent', objectOf: 'spend' },
  { event: 'borrowed', objectOf: 'borrow' },
  { event: 'owed', objectOf: 'owe' },
  { event: 'pledged', objectOf: 'pledge promise' },
  { event: 'donated', objectOf: 'donate' },
  { event: 'allocated', objectOf: 'allocate earmark' },
  { event: 'approved', objectOf: 'approve' },
  { event: 'delivered', objectOf: 'deliver supply ship', nounsOf: 'delivery shipment' },
  { event: 'ordered', objectOf: 'order' },
  { event: 'received', objectOf: 'receive' },
  { event: 'awarded', objectOf: 'award' },
  { event: 'built', objectOf: 'build construct', nounsOf: 'construction' },
  { event: 'opened', objectOf: 'open' },
  { event: 'closed', objectOf: 'close shut', nounsOf: 'closure' },
  { event: 'planted', objectOf: 'plant' },
  { event: 'cancelled', objectOf: 'cancel scrap', nouns: 'cancellations', nounsOf: 'cancellation' },
  { event: 'delayed', objectOf: 'delay postpone' },
  { event: 'grounded', objectOf: 'ground' },
  { event: 'recalled', objectOf: 'recall' },
  // Elections, gatherings, sport
  { event: 'elected', objectOf: 'elect', people: true },
  { event: 'voted', subjectOf: 'vote', people: true },
  { event: 'cast', objectOf: 'cast' },
  { event: 'counted', objectOf: 'count tally' },
  { event: 'registered', objectOf: 'register' },
  { event: 'won', objectOf: 'win secure clinch' },
  { event: 'backed', objectOf: 'back', subjectOf: 'support favour favor back approve' },
  { event: 'opposed', subjectOf: 'oppose disapprove reject', objectOf: 'reject' },
  {
    event: 'attended',
    subjectOf: 'attend gather protest march rally demonstrate',
    people: true,
  },
  { event: 'scored', objectOf: 'score net' },
  { event: 'played', objectOf: 'play' },
  { event: 'carried', objectOf: 'carry transport' },
]
