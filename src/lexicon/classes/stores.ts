import type { Classes } from '../classes.ts';

/** Databases and what is done in them. */
export const STORES: Classes = {
  'access-log': `access log|request log|edge log|cdn log|real-time log|log line|log of the edge|logs of the cdn|cloudfront logs`,
  archive: 'archive|cold storage|glacier|tier to s3|cold tier|infrequent access|offload old|age out to',
  'b-tree': 'b tree|btree|b+ tree|b plus tree|clustered index',
  backup: 'backup|back up|backed up|snapshot|pitr|point in time recovery|restore|dump|mysqldump|cross region copy',
  checksum: 'checksum|crc*|md5|sha*|hash of the content|content hash|digest|etag',
  'columnar-store': 'clickhouse|druid|pinot|redshift|bigquery|snowflake|athena|olap|columnar|data warehouse|data lake',
  compaction: 'compact*|lsm|lsm tree|sstable|memtable|log structured',
  'conditional-write': `already exists|already seen|already stored|seen before|look up the key|record the key|store the key|keys kept|
    kept for 30 days|seen table|dedup table|dedup store|conditional put|conditional write|put if absent|
    insert if not exists|if not exists|attribute_not_exists|unique constraint|unique index|unique key|
    primary key constraint|setnx|lwt|lightweight transaction|compare and set|compare and swap|cas|insert ignore|
    on conflict|insert fails`,
  'config-store': `etcd|consul|zookeeper|zk|appconfig|parameter store|launchdarkly|config store|config service|config db|
    configuration store|configuration service|configuration database|control plane|policy store|policy service|
    policy db|policy database|rule store|rules db|rules service|s3|gcs|object store|git|gitops`,
  coordinator: 'zookeeper|zk|etcd|consul|coordinator|coordination service',
  'data-warehouse': `snowflake|redshift|bigquery|synapse|data warehouse|warehouse|dwh|data lake|lakehouse|delta lake|iceberg|hudi|
    athena|presto|trino`,
  database: `@relational-database|dynamo|dynamodb|ddb|cassandra|scylla|mongo*|bigtable|cosmos db|couchbase|database|db|
    datastore|document store|durable store|persistent store|system of record|source of truth`,
  'delivery-state': `delivery state|delivery status|delivery log|delivery record|notification log|notification state|
    notification store|notification table|notification status|status table|message state|message status|send state|
    send log|history|state machine|per-message record|status of each|audit trail`,
  denormalise: 'denormal*|duplicate the data|precompute|materialised|materialized|embed|pre join*',
  'document-store': `mongo*|documentdb|couchbase|couchdb|firestore|document store|document database|document db|ravendb`,
  durability: 'durab*|fsync|persist*|survives a restart|written to disk|replicated before ack|acks=all',
  'embedded-store': 'rocksdb|leveldb|lmdb|sqlite|berkeley db|badger|bolt|embedded database|embedded store',
  'file-store': 'hdfs|efs|nfs|ceph|glusterfs|network file system|file store|shared file system',
  'graph-store': 'neo4j|neptune|janusgraph|tigergraph|dgraph|graph database|graph db|graph store|tao',
  'hot-cold': 'hot and cold|hot data|cold data|hot tier|warm tier|cold tier|tiered storage',
  'in-memory-store': `redis|elasticache|valkey|memorydb|keydb|dragonfly|dragonflydb|memcached|memcache|aerospike|hazelcast|
    apache ignite|infinispan|garnet|in-memory store|in-memory cache|in-memory database|in-memory db|in-memory kv|
    in-memory key-value|in-memory data grid|in-memory data store|memory-resident store|ram store|counter store|
    counter cache`,
  'isolation-level': 'serializable|snapshot isolation|read committed|repeatable read|isolation level|mvcc',
  'key-value-store': `dynamodb|ddb|dynamo|cassandra|scylla|scylladb|bigtable|hbase|cosmos db|cosmosdb|aerospike|riak|couchbase|mongo|
    mongodb|foundationdb|tikv|keyspaces|voldemort|firestore|nosql|no sql|key value|kv|k/v|kvs|kv store|wide column|
    document store|document database|hash table on disk`,
  ledger: 'ledger|qldb|append only log|immutable log|journal|double entry|event store|event sourcing',
  'materialised-view': 'materialised view|materialized view|rollup|roll up|pre aggregat*|summary table|precomputed',
  'memory-size': 'memory|ram|working set|heap|resident',
  nosql: 'nosql|no sql|non relational|@key-value-store|@document-store|@wide-column-store',
  'object-store': `s3|gcs|blob store|blob storage|object store|object storage|minio|azure blob|r2|swift|cloud storage|
    bucket storage|glacier`,
  'partition-key': 'partition key|pk|shard key|primary key|hash key|row key',
  'primary-store': `source of truth|system of record|authoritative|primary store|golden copy|canonical copy|master copy`,
  'record-result': `record|write|commit|commit the offset|ack the message|ack the queue|delete the message|mark sent|mark as sent|
    mark it|save|store|update the state|update the row|update the status|persist|log it|note it down`,
  'relational-database': `postgres|postgresql|pg|mysql|mariadb|aurora|rds|oracle|sql server|sqlite|sql|rdbms|relational db|
    relational database|relational store|relational table|spanner|cockroach*|crdb|yugabyte*|cloud sql|alloydb`,
  'relational-store': 'mysql|postgres|postgresql|pg|aurora|rds|spanner|cockroach|vitess|sql database|rdbms|relational',
  retention: 'retention|retain|keep for|delete after|purge after|ttl|days of history|data lifecycle',
  'search-engine': `elasticsearch|elastic|opensearch|solr|lucene|algolia|typesense|meilisearch|full text search|search index|
    inverted index|vespa`,
  'secondary-index': `secondary index|gsi|lsi|global secondary index|local index|inverted index|materialised view|materialized view`,
  snapshot: 'snapshot|checkpoint|point in time|backup image|rdb dump',
  'storage-size': 'storage|disk|tb|pb|terabyte|petabyte|gb|gigabyte|space',
  'time-series-store': `prometheus|influx*|timescale*|victoriametrics|m3db|opentsdb|druid|thanos|cortex|mimir|time series database|
    time series db|tsdb|timestream`,
  transaction: 'transaction*|acid|begin commit|commit|rollback|atomic commit',
  'vector-store': 'pinecone|weaviate|milvus|qdrant|pgvector|faiss|vector database|vector store|vector index',
  'wide-column-store': 'cassandra|scylla*|bigtable|hbase|keyspaces|wide column|column family|astra',
  'write-ahead-log': 'wal|write ahead log|commit log|redo log|binlog|aof|append only file',
};
