/**
 * Rarer words, short forms and names, each with the plain words that it stands for: a text that has the first is read as
 * if it had the others too, never the other way about.
 */
const ALIASES = `
tally: counter count
ctr: counter
cnt: count counter
slab: batch chunk block
handful: batch
heap: memory
ram: memory
dram: memory
mem: memory
wire: network
nic: network
chatter: trip hop
datastore: store database
dbs: database db
db: database store
database: db store
svc: service
svcs: service
req: request
reqs: request
resp: response
call: request
cfg: config configuration
conf: config
config: configuration
configuration: config
tok: token
toks: token
bkt: bucket
win: window
msg: message
msgs: message
notif: notification
notifs: notification
notification: message
inst: instance
acct: account
cust: customer client user
customer: client user
client: customer user
caller: client
consumer: client
member: user
shopper: user customer
person: user
people: user
someone: user client
somebody: user client
recipient: user
usr: user
uid: user
ppl: people user
tenant: customer
principal: client
prio: priority
ts: timestamp
conn: connection
perf: performance
algo: algorithm
lim: limit
allowance: quota limit
ceiling: limit cap maximum
cap: limit
ration: quota
avg: average
idx: index
tbl: table
addr: address
impl: implement
repl: replica
mins: minute
secs: second
ident: identity
site: region
location: region
continent: region
ocean: region
frankfurt: region
virginia: region
oregon: region
dublin: region
ireland: region
tokyo: region
singapore: region
mumbai: region
sydney: region
london: region
paris: region
ohio: region
geography: region
country: region
machine: node server box host
box: node machine server
host: node machine server
vm: node machine server
pod: instance node
container: instance
hardware: machine node
rack: zone
racks: zone
refuse: deny reject
refusal: denial deny reject
decline: deny reject
forbid: deny
disallow: deny
admit: allow
permit: allow
grant: allow
wave: allow
accept: allow
tighten: change lower reduce
loosen: change raise
amend: change edit
alter: change
modify: change update
tweak: change
edit: change
purge: delete expire
sweep: clean remove
swept: clean remove
vanish: disappear
evaporate: disappear expire
copy: replica
twin: replica
duplicate: copy
spare: standby
exchange: sync trade
publish: push send
broadcast: push send
announce: push publish
share: exchange
gossip: sync
trim: adjust
content: happy fine
borrow: lease
draw: take lease
grab: take lease
chunk: batch block
twice: double
double: twice
doubling: double
thrice: times
die: down fail
dead: down
crash: down fail
unreachable: down
unavailable: down
outage: down
answer: respond reply response
reply: respond response answer
response: reply answer
respond: answer reply
lookup: check request
decision: check
verdict: decision
favour: prefer
favor: prefer
default: prefer
rule: policy
rules: policy
policy: rule
link: url
url: link
slug: code
shortcode: code
department: team business
division: team business
folk: people user
visitor: user client
reader: user
advert: promotional
bucks: dollar
months: month
controller: handler application
pager: page alert
alarm: alert
dashboards: dashboard
topic: queue stream
colo: region
elsewhere: separate
apart: separate
identical: same
forever: indefinitely
hurt: harm
harmless: fine
bearable: acceptable tolerable
tolerable: acceptable
acceptable: accept
okay: ok
fine: ok acceptable
cheap: inexpensive
pricey: expensive
dear: expensive
costly: expensive
mail: email
text: sms
phone: device
handset: device
`;

const byWord = new Map(
  ALIASES.trim()
    .split('\n')
    .map((line) => {
      const [word = '', plain = ''] = line.split(':');
      return [word, plain.trim().split(' ')] as const;
    }),
);

/** The plain words that a word, as written or by its stem, stands for besides itself. */
export function plainWordsOf(word: string): readonly string[] {
  return byWord.get(word) ?? [];
}

export function aliasedWords(): readonly string[] {
  return [...byWord.keys()];
}
