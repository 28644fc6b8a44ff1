import type { Classes } from '../classes.ts';

/** The way of a request, and the servers on it. */
export const TRAFFIC: Classes = {
  autoscaling: `autoscal*|auto scal*|hpa|keda|scale out|scale up automatically|add instances|elastic*|target tracking|asg|
    scaling group`,
  click: `click|click event|click data|hit event|analytics|statistics|stats|tracking|tracking event|click stream|
    clickstream|metric event|visit count`,
  'client-library': 'sdk|client library|library|thin client|client side library|agent|jar',
  create: 'create|creation|creating|shorten*|write|insert|post|generate|mint|make a link|new link|new url|issue',
  dns: 'dns|route 53|route53|geo dns|geodns|latency based routing|anycast|name server|weighted records',
  gateway: `gateway|api gateway|apigw|api gw|gw|kong|apigee|zuul|traefik|nginx|haproxy|envoy|ingress|reverse proxy|
    edge proxy|proxy layer|proxy tier|cdn edge|front door|bff|edge tier|edge layer`,
  graphql: 'graphql|apollo|federation',
  'horizontal-scaling': `scale out|scale horizontally|horizontal scaling|horizontally|add nodes|add instances|add machines|more nodes|
    more machines`,
  'load-balancer': `load balancer|lb|alb|nlb|elb|haproxy|nginx|f5|envoy|traffic manager|l4 balancer|l7 balancer|maglev|ipvs|gslb`,
  microservice: 'microservice*|micro service*|service oriented|soa|small services',
  middleware: 'middleware|interceptor|request filter|servlet filter|filter chain|ext_authz|plugin|decorator|hook',
  monolith: 'monolith*|single deployable|one deployable|modular monolith',
  orchestrator: 'kubernetes|k8s|ecs|fargate|nomad|mesos|eks|gke|aks|openshift|swarm',
  pagination: 'paginat*|cursor|page token|limit offset|next token|keyset',
  redirect: `redirect*|redirection|resolve|resolution|resolver|lookup|look up|302|301|follow a link|read|click through|visit|
    get code`,
  rest: 'rest|restful|http|json over http|json api|openapi|swagger',
  rpc: 'grpc|rpc|thrift|protobuf|protocol buffers|avro|twirp|http 2',
  separate: `separate|separately|own|dedicated|isolated|isolate|distinct|independent*|apart|split|per|each|one per|
    one for each|different|bulkhead|reserved|partitioned by`,
  server: 'server|instance|node|host|worker|pod|process|machine|box|app server|virtual machine|vm',
  serverless: 'lambda|serverless|cloud functions|azure functions|cloud run|fargate|faas',
  'service-discovery': 'service discovery|consul|eureka|zookeeper|etcd|dns sd|cloud map|service registry|registry',
  'service-mesh': 'service mesh|istio|linkerd|envoy|consul connect|app mesh|sidecar proxy',
  sidecar: 'sidecar|side-car|service mesh|mesh|istio|linkerd|dapr|envoy filter',
  stateless: `stateless|no state|holds no state|keep no state|share nothing|any instance|interchangeable|without session state`,
  'vertical-scaling': `scale up|vertical scaling|vertically|bigger machine|bigger instance|bigger box|larger instance|beefier`,
};
