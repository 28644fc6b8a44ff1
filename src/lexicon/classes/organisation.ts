import type { Classes } from '../classes.ts';

/** What a principal has to say beyond the system. */
export const ORGANISATION: Classes = {
  adoption: `adopt|adoption|onboard|onboarding|migrate|migration|move over|switch over|cut over|opt in|buy-in|
    roll out to teams|pilot team|early adopter|first customer|lighthouse|champion|paved road|golden path|carrot|
    mandate`,
  'build-or-buy': 'build or buy|build vs buy|buy|off the shelf|managed service|vendor|saas|build in house|in house',
  chargeback: `chargeback|charge back|charged back|showback|bill the team|bill the sender|pay for|pays for|invoice|
    internal price|budget per team|budget per sender|cost allocation|cost centre|cost center|p&l|own the cost|
    on their budget`,
  'company-wide': `company wide|across the company|organisation wide|org wide|enterprise|every team|all teams|all business units|
    whole company|central|platform|shared service`,
  contract: `contract|negotiate*|negotiation|commit|committed volume|commitment|volume discount|tier pricing|
    price per message|sla|credits|renewal|rfp|procurement|dual source|dual-source|leverage|lock-in|exit|
    account manager|quota raise|raise the quota|quota increase|enterprise agreement`,
  deprecate: 'deprecat*|retire|sunset|switch off the old|decommission|end of life|phase out',
  'developer-experience': `developer experience|devex|dx|self service|docs|documentation|onboarding|sdk|sandbox|quick start`,
  evolution: `roadmap|phase|milestone|first  then  later|next two years|long term|build vs buy later|year 1|year 2|year 3`,
  hire: 'hire|hiring|headcount|engineers|team of|staffing|squad',
  incentive: `incentive|carrot|mandate|paved road|golden path|executive sponsor|deadline|self-service|sdk|easier than|free|
    benefit|reward|blocked from|exception process`,
  'lock-in': 'lock in|vendor lock in|locked in|exit plan|portability|abstraction layer',
  'managed-service': 'managed|managed service|fully managed|serverless|hosted|aws runs it',
  'open-source': 'open source|oss|self hosted|apache licence|community edition',
  organisation: 'organisation|organization|org|business unit|division|company|group|enterprise',
  policy: `approval|approve|review|sign-off|council|board|standard|rules|governance|guard rail|guardrail|gatekeeper|who may|
    certify|registry|tier review|audit`,
  'return-on-investment': 'roi|return on investment|business case|payback|savings|unit economics|value',
  roadmap: 'roadmap|milestone|phase|quarter|year one|year two|horizon|long term|multi year',
  'self-assigned': `set their own|choose their own|self-declared|mark everything|everything is critical|everything urgent|inflate|
    priority inflation|cry wolf|abuse the priority|highest priority by default`,
  'shared-resource': `shared|common good|commons|tragedy of the commons|one reputation|everybody's|same domain|same ip|hurts everyone|
    others pay|affects others|costs the others|pool|blast radius`,
  stakeholder: 'stakeholder|sponsor|executive|leadership|vp|director|customer team|partner team|product manager',
  standard: 'standard|convention|golden path|paved road|guideline|reference architecture|template',
  team: `sending team|sender|business|business unit|product team|marketing team|tenant|brand|team|service team|
    service owner|owner|organisation|org|group`,
  vendor: `vendor|bitly|bit.ly|rebrandly|tinyurl|third party|3rd party|supplier|outside provider|external provider|saas|
    incumbent|existing service|present provider`,
};
