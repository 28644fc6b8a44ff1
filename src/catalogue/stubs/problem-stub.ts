interface ProblemStub {
  readonly id: string;
  /** Where the JSON Schema stands, for editors. */
  readonly schema: string;
  /** The day as YYYY-MM-DD. */
  readonly updated: string;
}

/** A problem that passes `check`, for an author to fill in; the comments say what belongs where. */
export function problemStub({ id, schema, updated }: ProblemStub): string {
  return `# yaml-language-server: $schema=${schema}
# A problem. Write text in plain sentences; put it in quotes where it holds ": " or " #".
id: ${id}                    # the name of this file; never changes
title: What it is called
ladder: Amazon               # whose levels these are
level: L6                    # L6 or L7; an L7 problem also has the field platform
version: 1.0.0
updated: ${updated}
difficulty: medium           # beginner, easy, medium, hard or expert
category: storage            # one word that problems of this kind share
companies: []                # - { name: …, source: where it is said that they ask this }
tags: [caching]
minutes: { reading: 10, solving: 60 }
${STATEMENT}
${INTERVIEW}
${REFERENCE}
${OPERATION}
${LEARNING}
${JUDGING}`;
}

const STATEMENT = `
# ---- What the candidate sees. No figure of scale here: those are facts, told when asked for.
statement: >-
  Design a service that does one thing well. Our teams need it in every region. Where would you like to start?
context: >-
  Who needs this, and why now.
stories:
  - as: caller
    want: what this person needs
    so: what it is good for
requirements:
  functional:
    - What the system does
  nonFunctional:             # quality: scale, performance, availability, consistency, durability, security, compliance, cost
    - { quality: availability, target: 99.99 % a month }
  constraints:
    - What can not be changed
  assumptions:
    - What is taken for granted`;

const INTERVIEW = `
# ---- What the interviewer knows and tells only when asked.
facts:
  - id: traffic
    topic: Requests a day
    asks: [how many requests, traffic, load]   # other words by which it is asked for
    answer: 100 million a day, three times that at the peak.

# ---- The quantities given, and what follows from them. Texts quote them by id: {{peak-rate}}.
capacity:
  inputs:
    - { id: requests, title: Requests a day, value: 100M/day }
    - { id: peak-factor, title: Peak over mean, value: "3" }
  estimates:
    - id: peak-rate
      title: Requests at the peak
      formula: requests * peak-factor
      unit: /s
      because: It sets the number of servers.`;

const REFERENCE = `
# ---- The reference solution, shown after an attempt.
reference:
  overview: The design in a few sentences.
  diagram: |
    client -> gateway -> service -> store
  components:                # three or more
    - { name: Gateway, does: What it is responsible for. }
    - { name: Service, does: What it is responsible for. }
    - { name: Store, does: What it is responsible for. }
  flows:
    - { title: A request, steps: [The first step, The second step] }
  api:
    - { call: "GET /v1/things/{id}", does: What it returns }
  stores:
    - { name: Things, technology: A key-value store, schema: "id -> thing" }
  caching: []                # - { level, holds, pattern, key, lifetime, invalidation }
  technologies:
    - component: Store
      choice: What was chosen
      because: Why it fits
      price: What it costs us
      alternatives: [{ name: Another, when: When it would be better }]
  algorithms:
    - { title: The central algorithm, idea: How it works., complexity: O(1) a request, choose: When to take it }
  cost: []                   # - { item, working, monthly }`;

const OPERATION = `
scaling:
  bottlenecks:
    - { title: What gives way first, impact: What happens then., solution: What helps., price: What that costs. }
  strategies:
    - { title: A strategy, text: How it scales. }
  optimisations: [What is worth doing later]
security:
  authentication: Who may call, and how that is proved.
  authorization: Who may do what.
  protection: How data is protected in transit and at rest.
  privacy: What is kept of whom, and how long.
observability:
  metrics: [{ name: Latency p99, target: below 100 ms }]
  alerts: [{ severity: page, condition: What wakes somebody, action: What they do }]   # page, ticket or plan
  logging: What is logged.
  tracing: What is traced.
recovery:
  backup: What is backed up, and how often.
  failover: What happens when a region is lost.
  objectives: [{ scope: The store, rto: 15 minutes, rpo: 1 minute }]
tradeOffs:
  - { decision: What had to be decided, chosen: This, over: That, because: Why. }`;

const LEARNING = `
followUps:
  deepDives: [{ question: What to look into further?, pointers: [Where to begin] }]
  variations: [{ question: What if a requirement were another?, pointers: [What changes] }]
  realWorld: [{ question: How is it done elsewhere?, pointers: [What to read] }]
learning:
  concepts: [What is practised here]
  technologies: [What is worth knowing]
  patterns: [What recurs elsewhere]
assessment:
  excellent: [What an excellent answer has]
  mistakes: [What is often done wrong]
  tips: [What helps]
related: []                  # - { problem: its id, title, how: what they share }
resources: []                # - { title, url, note }`;

const JUDGING = `
# ---- What answers are judged by: one checkable claim each.
points:
  - id: store-down           # stable for ever: transcripts cite it
    stage: reliability       # strategy, requirements, capacity, design, deep-dive, scaling, reliability, evolution, trade-offs
    competency: fault-tolerance
    bar: L6                  # the level from which it is expected
    weight: 2                # 1 to 3
    claim: Says what happens when the store cannot be reached.
    probe: The store has just stopped answering. What happens to the next request?
    hints:                   # three, each a step nearer; none says the claim
      - Think of what can fail.
      - Who is hurt by an error, and who by an old answer?
      - Compare refusing requests with answering from memory.
    answer: Answers from a local copy within a limit of age, and refuses what may not be old.
    # A signal holds where all groups of one line occur close together; | separates choices, * is a prefix.
    signals:
      any:
        - [store|database, down|unreachable|fail*, local copy|stale|fall back]

# ---- One requirement changes in the middle of the interview (stage: design or deep-dive).
twists:
  - id: second-region
    stage: design
    change: From now on it has to run in two regions, and either must carry on alone.
    wants: [Says what is replicated, Says what may differ between the regions]
`;
