import type { Classes } from '../classes.ts';

/** Running, watching and changing a system. */
export const OPERATIONS: Classes = {
  alert: `alert|page|pages|paging|pager|pagerduty|opsgenie|alarm|cloudwatch alarm|wake|woken|on-call|
    oncall|notify the on-call|sev1|sev2|sev-2|ticket|burn rate`,
  'api-version': 'api version*|v1|v2|versioned api|deprecat*|sunset header',
  'blue-green': 'blue green|blue/green|red black|parallel fleet|swap the traffic',
  canary: 'canary|one box|onebox|1% first|small percentage|pilot fleet|canary region',
  'capacity-planning': `capacity plan*|headroom|overprovision*|over provision*|peak factor|forecast|reserve capacity|spare capacity`,
  dashboard: 'dashboard|grafana|datadog|cloudwatch|kibana|looker|chart|graph',
  deployment: 'deploy*|release|rollout|roll out|ship|ci cd|pipeline|argo|spinnaker',
  'error-budget': 'error budget|burn rate|budget is spent|budget exhausted',
  experiment: 'a/b test|ab test|experiment|split test|control group|bucket users|multivariate',
  'feature-flag': 'feature flag|flag|toggle|launchdarkly|kill switch|dark launch|config flag|unleash|split io',
  'gradual-rollout': `canary|gradual*|staged|phased|progressive*|step by step|ramp|ramp up|in waves|percentage rollout|
    small percentage|one per cent first|one percent first|1% first|one region first|region by region|one-box|onebox|
    feature flag`,
  'guard-rail': `guard rail|guardrail|ceiling|maximum|bounds|sane range|validation|review|approval|second pair of eyes|two-person|
    four eyes|permission|rbac|acl|iam|audit|audit log|policy as code|lint|default|template`,
  headroom: 'headroom|spare|buffer capacity|overprovision*|safety margin|safety factor|2x|twice the peak',
  'hot-reload': `hot reload|live reload|reload live|at runtime|at run time|on the fly|without restart|no restart|without redeploy|
    no redeploy|without a deploy|no deploy|without a release|no downtime|zero downtime|dynamic*|live update|
    pushed to the limiters|watch the config|subscribe to changes|poll for changes|picked up within seconds`,
  incident: 'incident|sev1|sev2|outage|post mortem|postmortem|coe|war room',
  'infrastructure-as-code': 'terraform|cloudformation|pulumi|cdk|infrastructure as code|iac|helm',
  'load-test': `load test*|stress test*|soak test*|performance test*|k6|gatling|jmeter|locust|replay production traffic|wrk`,
  logging: 'log|logs|logging|elk|splunk|loki|fluentd|structured log*|cloudwatch logs',
  metric: `metric|measure|kpi|okr|slo|target|scorecard|dashboard|north star|opt-out rate|unsubscribe rate|complaint rate|
    share of|adoption rate`,
  migrate: `move|migration|cut over|onboard|adopt|strangler|shadow|dual run|dual write|wave|pilot|lighthouse|first team|
    deprecate|retire|sunset|switch off the old`,
  monitoring: `monitor|metric|dashboard|graph|chart|grafana|prometheus|cloudwatch|datadog|histogram|track|measure|watch`,
  'on-call': 'on call|oncall|pager|pagerduty|opsgenie|rotation|page',
  restart: 'restart|reboot|redeploy|deploy|deployment|release|downtime|bounce|rebuild',
  'roll-back': `roll back|rolls back|rollback|revert|undo|previous revision|previous version|last good|kill switch|back out`,
  runbook: 'runbook|playbook|on call guide|standard operating procedure|incident guide',
  sampling: 'sampl*|one in a hundred|1 in 100|head sampling|tail sampling|1% of',
  'schema-evolution': `schema evolution|backward compatible|backwards compatible|forward compatible|schema registry|expand and contract|
    additive change`,
  shadow: `shadow|shadow mode|dry run|dry-run|log only|log-only|observe only|observe-only|report only|audit mode|
    monitor mode|monitoring mode|dark launch|dark mode|passive mode|would have denied|would have been denied|
    would-be denials|without enforcing|enforce nothing|warn only|count but do not deny`,
  slo: 'slo|sli|sla|service level|error budget|burn rate|objective',
  tracing: 'trac*|opentelemetry|otel|jaeger|zipkin|x ray|correlation id|trace id|span',
  version: 'version*|revision|generation|schema version|etag|monotonic version|v2',
};
