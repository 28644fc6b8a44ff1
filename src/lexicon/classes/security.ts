import type { Classes } from '../classes.ts';

/** Who may do what, and against whom. */
export const SECURITY: Classes = {
  abuse: 'abuse|abusive|spam|bot|scraper|fraud|attacker|malicious|brute force|credential stuffing',
  'audit-log': 'audit|audit log|audit trail|who changed what|change history|immutable log|access log',
  authentication: `authenticat*|authn|login|sign in|oauth*|oidc|jwt|saml|sso|api key|bearer token|access token|identity`,
  authorization: 'authori*|authz|rbac|abac|acl|permission|role|scope|policy check|iam|least privilege',
  'bot-detection': 'bot detection|fingerprint*|user agent filter|behaviour score|reputation score|anomaly detection',
  captcha: 'captcha|proof of work|challenge|turnstile|recaptcha|human check',
  compliance: 'gdpr|hipaa|pci*|soc 2|soc2|sox|iso 27001|fedramp|ccpa|complian*|regulat*',
  'data-deletion': `right to be forgotten|erasure|delete on request|gdpr delete|hard delete|crypto shred*|wipe|data subject request`,
  'data-residency': `data residency|eu data|stay in the eu|stay in region|data sovereignty|local storage requirement|home region`,
  ddos: 'ddos|denial of service|volumetric attack|flood|botnet|layer 3 attack|l3 flood|l7 flood|syn flood',
  encryption: 'encrypt*|tls|ssl|https|aes|at rest|in transit|kms|envelope encryption',
  firewall: 'waf|firewall|security group|web application firewall|aws shield|shield|cloud armor|scrubber|scrubbing',
  injection: 'sql injection|xss|csrf|injection|sanitis*|sanitiz*|escape output|parameterised|prepared statement',
  'key-rotation': 'rotate keys|key rotation|rotat*|short lived credentials|expiring credentials',
  'mutual-tls': 'mtls|mutual tls|client certificate|spiffe|service identity',
  'personal-data': `pii|personal data|personal information|gdpr|ccpa|privacy|data subject|email address|hashed ip|truncated ip|
    anonymis*|anonymiz*|pseudonym*`,
  'secret-store': 'vault|secrets manager|secret manager|kms|hsm|parameter store|secret store|key management',
  ssrf: 'ssrf|server side request forgery|private address|internal address|metadata endpoint|open redirect',
  'trust-and-safety': `trust and safety|trust & safety|trust team|abuse team|security team|fraud team|legal|pr|communications|
    incident process|abuse desk|report abuse`,
};
