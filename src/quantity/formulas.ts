import { BANDWIDTH, BYTES, COUNT, type Dimension, RATE, TIME } from './dimension.ts';

/** What a formula takes, in the order of its arguments. */
export interface Parameter {
  readonly name: string;
  readonly title: string;
  /** Any of these; the first is what one usually gives. */
  readonly dimensions: readonly Dimension[];
  /** In the notation; a parameter without one must be given. */
  readonly otherwise?: string;
}

/** A ready-made calculation that expressions call by name. */
export interface Formula {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** In the notation, over the names of the parameters. */
  readonly formula: string;
  /** One sentence. */
  readonly about: string;
  /** A call that works. */
  readonly example: string;
}

function parameter(
  name: string,
  title: string,
  dimensions: Dimension | readonly Dimension[],
  otherwise?: string,
): Parameter {
  const list = Array.isArray(dimensions) ? (dimensions as readonly Dimension[]) : [dimensions as Dimension];
  return { name, title, dimensions: list, ...(otherwise === undefined ? {} : { otherwise }) };
}

const LOAD = [RATE, COUNT];
const REPLICAS = parameter('replicas', 'copies kept, the first included', COUNT, '1');
const OVERHEAD = parameter('overhead', 'indexes and metadata, as a share of the payload', COUNT, '0%');
const UTILISATION = parameter('utilisation', 'the share of its limit at which a server is run', COUNT, '70%');
const READS = parameter('reads-per-write', 'reads for each write', COUNT);

/** The formulas of traffic, storage, bandwidth and servers. Nothing is multiplied in that was not asked for: copies and overhead are 1 and 0%. */
export const FORMULAS: readonly Formula[] = [
  {
    name: 'average-rate',
    parameters: [parameter('per-day', 'how many a day', COUNT)],
    formula: 'per-day / 1 day',
    about: 'The mean rate of what happens so often a day.',
    example: 'average-rate(100M)',
  },
  {
    name: 'daily-total',
    parameters: [
      parameter('users', 'active users a day', COUNT),
      parameter('actions', 'what each does in a day', COUNT),
    ],
    formula: 'users * actions / 1 day',
    about: 'What all active users do in a day, as a rate.',
    example: 'daily-total(100M, 2)',
  },
  {
    name: 'peak-rate',
    parameters: [parameter('average', 'the mean rate', LOAD), parameter('factor', 'peak over average', COUNT, '3')],
    formula: 'average * factor',
    about: 'The rate to size for; two to five times the average where nothing was measured.',
    example: 'peak-rate(100M/day, 3)',
  },
  {
    name: 'write-rate',
    parameters: [parameter('total', 'reads and writes together', LOAD), READS],
    formula: 'total / (reads-per-write + 1)',
    about: 'The writes in a mixed load.',
    example: 'write-rate(10K/s, 9)',
  },
  {
    name: 'read-rate',
    parameters: [parameter('total', 'reads and writes together', LOAD), READS],
    formula: 'total * reads-per-write / (reads-per-write + 1)',
    about: 'The reads in a mixed load.',
    example: 'read-rate(10K/s, 9)',
  },
  {
    name: 'storage',
    parameters: [
      parameter('rate', 'items written in a time', RATE),
      parameter('size', 'of one item', BYTES),
      parameter('retention', 'how long items are kept', TIME),
      REPLICAS,
      OVERHEAD,
    ],
    formula: 'rate * size * retention * replicas * (1 + overhead)',
    about: 'The storage of what arrives all the time and is kept for a while.',
    example: 'storage(500M/day, 1 KB, 30 days, 3, 20%)',
  },
  {
    name: 'stored-size',
    parameters: [parameter('items', 'how many', COUNT), parameter('size', 'of one item', BYTES), REPLICAS, OVERHEAD],
    formula: 'items * size * replicas * (1 + overhead)',
    about: 'The storage of a fixed number of items.',
    example: 'stored-size(50M, 5 KB, 3)',
  },
  {
    name: 'growth',
    parameters: [
      parameter('now', 'the size or number today', [BYTES, COUNT, RATE]),
      parameter('yearly', 'the growth in a year, as a share', COUNT),
      parameter('years', 'how many years', COUNT),
    ],
    formula: 'now * (1 + yearly) ^ years',
    about: 'The size after some years of steady growth.',
    example: 'growth(100 TB, 40%, 3)',
  },
  {
    name: 'bandwidth',
    parameters: [parameter('rate', 'requests in a time', RATE), parameter('size', 'bytes of each', BYTES)],
    formula: 'rate * size',
    about: 'What a load takes of the network; ask for "in Gbps" to see bits.',
    example: 'bandwidth(1.67M/s, 1.5 KB)',
  },
  {
    name: 'transfer-time',
    parameters: [parameter('size', 'what is moved', BYTES), parameter('bandwidth', 'of the link', BANDWIDTH)],
    formula: 'size / bandwidth',
    about: 'How long a link takes to move so much.',
    example: 'transfer-time(1 TB, 10 Gbps)',
  },
  {
    name: 'servers',
    parameters: [
      parameter('peak', 'the rate at the peak', LOAD),
      parameter('per-server', 'what one can take', LOAD),
      UTILISATION,
    ],
    formula: 'ceil(peak / (per-server * utilisation))',
    about: 'Servers for a peak, each run below its limit.',
    example: 'servers(10K/s, 1K/s, 70%)',
  },
  {
    name: 'servers-with-spare',
    parameters: [
      parameter('peak', 'the rate at the peak', LOAD),
      parameter('per-server', 'what one can take', LOAD),
      UTILISATION,
      parameter('zones', 'zones, any one of which may fail', COUNT, '3'),
    ],
    formula: 'ceil(peak / (per-server * utilisation) * zones / (zones - 1))',
    about: 'Servers that carry the peak after one zone is lost.',
    example: 'servers-with-spare(10K/s, 1K/s, 70%, 3)',
  },
  {
    name: 'shards',
    parameters: [
      parameter('total', 'what is to be held or served', [BYTES, RATE, COUNT]),
      parameter('per-shard', 'what one shard can take', [BYTES, RATE, COUNT]),
    ],
    formula: 'ceil(total / per-shard)',
    about: 'Shards for a total; divide by the fill that you allow first.',
    example: 'shards(1.8 TB, 42.5 GB)',
  },
  {
    name: 'cache-size',
    parameters: [
      parameter('items', 'different items asked for', COUNT),
      parameter('size', 'of one item', BYTES),
      parameter('share', 'of them that is kept', COUNT, '20%'),
    ],
    formula: 'items * size * share',
    about: 'The memory of a cache for the part that is asked for most.',
    example: 'cache-size(200M, 500 bytes, 20%)',
  },
  {
    name: 'concurrency',
    parameters: [parameter('rate', 'arrivals in a time', RATE), parameter('latency', 'how long each stays', TIME)],
    formula: 'rate * latency',
    about: "Requests in flight, or cores kept busy, by Little's law.",
    example: 'concurrency(1.67M/s, 0.1 ms)',
  },
  {
    name: 'downtime',
    parameters: [
      parameter('availability', 'the share of time it works', COUNT),
      parameter('period', 'over how long', TIME, '1 year'),
    ],
    formula: '(1 - availability) * period',
    about: 'How long a service may be down and still keep its target.',
    example: 'downtime(99.9%)',
  },
];
