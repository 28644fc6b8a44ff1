import type { Classes } from '../classes.ts';

/** Notifications: channels, consent, times. */
export const DELIVERY: Classes = {
  acknowledge: `ack|acked|acknowledge|acknowledgement|acknowledgment|confirmation|confirmed|responded|reply|react|tapped|opened|
    seen|read|answered|presses a button|was it you`,
  'across-senders': `across senders|across all senders|across teams|across businesses|across services|across the company|
    over all senders|over all businesses|over all teams|all senders together|in total|overall|combined|global*|
    company-wide|regardless of sender|whoever sends|no matter which team|shared counter|one counter per user|
    not per sender|not per team`,
  channel: 'channel|@push|@email|@sms|@in-app|@voice|medium|transport|per-channel',
  'consent-check': `consent|preference|pref|opt-out|opted out|unsubscribe|subscription state|suppression list|permission|eligib*`,
  critical: `critical|urgent|p0|prio 0|high priority|highest priority|top priority|security alert|security message|
    sign-in alert|login alert|fraud alert|account alert|otp|2fa|one-time password|one-time code|verification code|
    login code|security code|emergency|time-sensitive|must-deliver|tier 0|tier 1|sev`,
  'delay-others': `delay|block|hold up|starve|starvation|stuck behind|behind|in front of|head-of-line|hol|crowd out|slow down|
    back up|queue jump|overtake|noisy neighbour|noisy neighbor|affect|impact|drown|swamp|clog|jump the queue|
    wait behind`,
  device: 'device|phone|tablet|handset|token|device token|installation|endpoint|2 devices|two devices',
  drop: `drop|discard|delete|throw away|purge|skip|kill|not sent|never sent|do not send|abandon|cancel|shed|filter out|
    ignored`,
  email: 'email|e-mail|mail|mails|ses|sendgrid|mailgun|postmark|smtp|newsletter mail',
  'email-provider': `ses|sendgrid|mailgun|postmark|sparkpost|mailjet|mandrill|brevo|resend|smtp relay|mta|esp|email provider|
    mail provider|email vendor|mail service`,
  escalate: `escalate|escalation|fall back|fallback|fall through|next channel|another channel|second channel|then sms|
    then call|try the next|step up|follow up by|cascade|waterfall|ladder`,
  expiry: `ttl|expire|expires|expiry|expiration|expiresAt|expires_at|deadline|valid until|validity|best before|use-by|
    time to live|max age|maximum age|shelf life|lifetime|stale after`,
  fatigue: `fatigue|annoy*|overload|too many|bombard*|spam*|uninstall|switch off notifications|mute|attention|opt-outs rise|
    churn|tune out`,
  'frequency-cap': `frequency cap|fcap|frequency limit|cap|capped|ceiling|at most|no more than|max|maximum|limit|throttle per user|
    fatigue limit|rate limit per user|budget per user`,
  hold: `hold|held|defer|delay|postpone|park|wait|queue until|schedule*|reschedule*|released in the morning|
    sent in the morning|next morning|suppress until|push to 8am|store until|buffer until`,
  'in-app': `in-app|in app|inapp|inbox|in-app inbox|notification centre|notification center|notification feed|bell icon|badge|
    banner in the app|web socket toast`,
  'just-before-sending': `just before|right before|immediately before|before calling the provider|before handing|before dispatch|
    before the send|before sending|at send time|at sending time|at dispatch time|at the time of sending|
    at delivery time|last moment|last second|at the last step|in the worker|in the sender|by the worker|late check|
    second check|re-check|recheck|check again|re-read|reread|read again|re-evaluate|re-validate|once more`,
  'message-class': 'class|priority|prio|tier|urgency|severity|importance|type of message|level|category of urgency',
  'no-answer': `no ack|not acked|unacked|not acknowledged|unacknowledged|nobody acknowledges|nobody answered|no response|
    no answer|no reaction|not opened|not seen|unread|not read|ignored|doesn't respond|hasn't opened|hasn't tapped|
    silence|without an ack`,
  notification: 'notification|message|msg|notif|alert|send',
  'opt-out': `opt out|opt-out|optout|opted out|unsubscribe|unsub|switch off|switched off|turn off|turned off|disable|mute|
    revoke consent|withdraw consent|stop reply|STOP|suppress|suppression list|do not contact|block list`,
  'per-day': 'a day|per day|daily|each day|24 h|24 hours|rolling day|in a day',
  preference: `preference|pref|prefs|settings|opt-in|opt-out|subscription|subscription centre|consent|toggle|user controls|
    notification settings`,
  promotional: `promotional|promotion|promo|marketing|campaign|bulk|newsletter|low priority|lowest priority|p2|p3|blast|
    broadcast|advert*|ads|deals|offers|sales mail|mass mailing|non-urgent`,
  provider: `@push-provider|@email-provider|@sms-provider|provider|vendor|third party|3rd party|external service|downstream|
    outside service|partner api|upstream|supplier`,
  'provider-accepted': `provider said yes|provider accepted|accepted by the provider|after the provider accepts|after handing|
    after sending|after the send|after calling|handed to|got a 200|200 from|sent to apns|sent to twilio|after apns|
    call succeeded|took it|provider has it|sent it|sent but|delivered but`,
  push: `push|push notification|mobile push|web push|app push|apns|fcm|gcm|firebase|apple push|android push|ios push|
    onesignal|airship|lock-screen notification`,
  'push-provider': `apns|apple|fcm|gcm|firebase|google|sns mobile push|onesignal|airship|web push service|push provider|push gateway|
    hms|adm`,
  'quiet-hours': `quiet hours|quiet time|quiet period|quiet window|dnd|do not disturb|at night|night time|overnight|22:00|10pm|
    10 pm|ten in the evening|sleep*|silent hours|nights|during the night`,
  receipt: `receipt|delivery receipt|dlr|delivery report|status callback|callback|webhook|bounce|hard bounce|complaint|
    spam report|feedback|feedback loop|fbl|delivery event|provider event|event from the provider|status update|
    open event|click event|dead token|unregistered|410|stop reply`,
  render: `render|template|templating|fill in|fills|personalise|personalize|substitute|merge fields|localise|localize|
    compile the text|build the text|produce the body|generate the content|inflate`,
  restrict: `restrict|limit|only|reserve|reserved|last resort|fallback|fall back|keep for|confine|sparing*|instead of|
    by exception|gated|allow-list|cut to|reduce to|1%`,
  'same-moment': `same moment|same second|same minute|same time|at once|all at once|in one second|simultaneous*|thundering herd|
    spike|burst|stampede|eight o'clock|8am|8:00|08:00|nine o'clock|9am|09:00|top of the hour|end of quiet hours|
    quiet hours end|midnight|wake up|on the hour`,
  'second-provider': `second provider|secondary provider|backup provider|another provider|other provider|alternative provider|
    provider b|second vendor|two providers|two vendors|multi-vendor|multi-provider|dual vendor|standby provider|
    warm standby|alternate vendor|ses and sendgrid|sendgrid and ses|twilio and sns|twilio to vonage|ses to sendgrid`,
  segment: `segment|audience|recipient list|list of users|user list|list of recipients|recipients|all users|everybody|50M|
    fifty million|cohort|target list`,
  sms: `sms|text message|by text|a text|text the user|sends a text|texted|mms|twilio|pinpoint|vonage|nexmo|sinch|
    messagebird|plivo`,
  'sms-provider': `twilio|pinpoint|end user messaging|vonage|nexmo|sinch|messagebird|plivo|bandwidth|infobip|telnyx|sms gateway|
    sms provider|sms vendor|aggregator|carrier|short code|telco`,
  spread: `spread|stagger|jitter|random offset|random delay|smear|smooth|smoothed|splay|stretch|distribute over|
    over 30 minutes|over half an hour|over several minutes|by time zone|per time zone|follow the sun|rolling by zone|
    ramp|trickle|drip|pace`,
  'time-zone': `time zone|timezone|tz|iana|local time|user's zone|olson|utc offset|where the user is|their local|Europe/Berlin|
    America/New_York|dst|daylight saving|summer time`,
  transactional: `transactional|txn|order update|order confirmation|shipping update|receipt|p1|medium priority|normal priority|
    service message|delivery update|parcel update|reminder`,
  user: 'user|customer|recipient|person|people|member|account|subscriber|each user|per user|somebody',
  'user-id': 'user id|userid|user_id|uid|user|customer id|recipient id|account id|member id',
  voice: 'voice|voice call|phone call|call the user|automated call|robocall|ivr|telephone|ring the user',
};
