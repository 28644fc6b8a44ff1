import type { Classes } from '../classes.ts';

/** Short links and their codes. */
export const LINKS: Classes = {
  alias: `alias|aliases|vanity|custom url|custom link|custom code|custom slug|custom name|custom back half|custom path|
    custom short|personalised link|own short name|branded name|human-readable name|chosen by the user|pick their own|
    choose their own`,
  base62: `base62|base 62|base-62|b62|base58|base 58|base36|base 36|base64url|base 64|a-z A-Z 0-9|62 characters|62 symbols|
    62-letter alphabet`,
  'branded-domain': `branded domain|brand's domain|custom domain|own domain|vanity domain|customer domain|short domain|
    brand's hostname|go.brand`,
  certificate: "certificate|cert|certs|tls|ssl|acm|let's encrypt|acme|renewal",
  charset: `allowed characters|character set|charset|regex|alphanumeric|letters digits hyphens|a-z0-9|lower case|
    length 3 to 20|validated|url-safe`,
  collision: `collision*|collide|clash*|duplicate|already taken|already exists|already used|conflict|same code twice|birthday`,
  counter: `counter|sequence|sequencer|auto increment|autoincrement|serial|snowflake|ticket server|unique id|unique number|
    unique integer|incrementing number|increasing number|numeric id|integer id|monotonic id|id generator|
    running number`,
  disable: `disable|take down|takedown|block|blocked|revoke|kill switch|switch off|turn off|deactivate|ban|suspend|
    quarantine`,
  'dns-proof': `cname|txt record|dns record|dns challenge|dns check|proof of ownership|prove ownership|verify ownership|
    domain validation|dangling|subdomain takeover|lapsed`,
  edit: 'edit|change|update|modify|repoint|retarget',
  hash: `md5|sha|sha1|sha256|sha-256|murmur|murmurhash|crc32|xxhash|blake|hash|hashing|digest|fingerprint of the url|
    checksum`,
  'id-block': `range*|block*|batch*|chunk*|segment*|lease|reserve|pre-allocate*|hi-lo|hilo|slice of ids|at a time|stride`,
  'key-pool': `key generation service|kgs|pool of keys|pool of codes|pre-generated keys|pregenerated|precomputed codes|key pool|
    code pool|unused keys table`,
  malware: `malware|malicious|phishing|phish*|spam*|scam|fraud|virus|harmful|unsafe|abusive|bad url|bad link|bad domain|
    bad site|dangerous|dodgy`,
  permutation: `feistel|permute|permutation|shuffle|scramble|obfuscate|xor|hashids|sqids|fpe|ff1|format preserving encryption|
    encrypt|cipher|bijection|bijective|modular multiplication|multiplicative inverse|coprime|mix|bit reversal|skip32|
    speck|salt`,
  random: 'random|randomness|randomly|csprng|entropy|uuid|nanoid|draw',
  reputation: `reputation|sender score|domain score|deliverability|spam folder|spam rate|complaint rate|blocklisted|blacklisted|
    ip pool|address pool|dedicated ip|subdomain|sending domain|dkim|dmarc|warm up|warm-up|blacklisted domain|
    domain on a block list|mail filters block|browsers flag us|brand damage|brand trust|trust in the domain|flagged`,
  'reserved-word': `reserved|reserved list|stop list|blocklist|blacklist|profanity|swear words|offensive|admin|login|api|trademark|
    brand names|system routes`,
  'short-code': `code|short code|shortcode|short_code|slug|short key|short id|short url|short link|shortened key|key|id|hash|
    alias`,
  'snowflake-id': 'snowflake|snowflake id|time ordered id|k sorted|ulid|ksuid|64 bit id|worker id bits',
  'threat-list': `safe browsing|safebrowsing|gsb|web risk|virustotal|phishtank|spamhaus|urlhaus|threat list|threat feed|
    threat intel|threat intelligence|bad-domain list|known-bad list|url reputation|domain reputation`,
  unguessable: `guess*|guessable|predict*|predictable|unpredictable|enumerate|enumeration|sequential|consecutive|walk the space|
    crawl|scrape|harvest|brute force|next code`,
  uniqueness: 'unique*|already taken|taken|already exists|in use|conflict|409|collision|first come first served',
  uuid: 'uuid*|guid|ulid|ksuid|random id|v4|v7',
};
