import type { Classes } from '../classes.ts';

/** Data structures by name. */
export const ALGORITHMS: Classes = {
  geohash: 'geohash|s2|h3|quadtree|r tree|geospatial index|hexagon|grid cell',
  heap: 'heap|priority queue|min heap|max heap|top k heap',
  'ring-buffer': 'ring buffer|circular buffer|lmax|disruptor',
  'skip-list': 'skip list|sorted set|zset|ordered set',
  trie: 'trie|prefix tree|radix tree|patricia',
};
