import type { Link, Part, Statement } from './statement.ts';

/** What a bracket between two arrows names is no store then, but what goes through them. */
const CALL = /\b(?:calls?|requests?|rpc)$/i;
const PROTOCOLS =
  /^(?:https?|http\/[123](?:\.\d)?|grpc|rpc|rest|tcp|udp|m?tls|wss?|web ?sockets?|sse|graphql|amqp|mqtt|quic|json|protobuf|[ +/,&]|and|over)+$/i;
const CONDITION =
  /^(?:(?:if|on|when|unless|else|otherwise|after|every)\s.+|else|otherwise|(?:cache )?(?:hit|miss)|yes|no|a?sync)$/i;

/** `a -> (gRPC) -> b` is one arrow with a label. */
export function withThrough({ ends, links, label }: Statement): Statement {
  const kept: { ends: Part[]; links: Link[] } = { ends: [], links: [] };
  ends.forEach((end, index) => {
    const [before, behind] = [kept.links.at(-1), links[index]];
    const through = goesThrough(end.text.trim());
    const isOne = before?.style === behind?.style && before?.direction === behind?.direction;
    const isFree = before?.label === undefined && behind?.label === undefined;
    if (through !== undefined && before !== undefined && behind !== undefined && isOne && isFree) {
      kept.links[kept.links.length - 1] = { ...behind, label: through };
      return;
    }
    kept.ends.push(end);
    if (behind !== undefined) kept.links.push(behind);
  });
  return { ...kept, label };
}

function goesThrough(text: string): string | undefined {
  const inner = /^\(([^()[\]]+)\)$|^\[([^()[\]]+)\]$/
    .exec(text)
    ?.slice(1)
    .find((each) => each !== undefined)
    ?.trim();
  if (inner === undefined) return undefined;
  return [CALL, PROTOCOLS, CONDITION].some((pattern) => pattern.test(inner)) ? inner : undefined;
}
