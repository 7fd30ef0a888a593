/** Says in a plain sentence why a request got no answer. */
export function silenceReason(error: unknown, url: URL, ms: number): string {
  const { name, message, cause } = error as Error;
  if (name === 'TimeoutError') return `There was no whole answer within ${ms / 1000} s.`;
  const { code = '', message: detail = message } = (cause ?? {}) as { code?: string; message?: string };
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The name ${url.hostname} cannot be resolved (DNS, ${code}).`;
    case 'ECONNREFUSED':
      return `${url.host} refuses the connection: nothing listens there.`;
    case 'ECONNRESET':
    case 'EPIPE':
    case 'UND_ERR_SOCKET':
      return `${url.host} closed the connection without an answer.`;
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'UND_ERR_CONNECT_TIMEOUT':
      return `${url.host} cannot be reached over the network (${code}).`;
  }
  if (/CERT|SELF_SIGNED|LEAF_SIGNATURE|TLS|SSL|EPROTO/.test(code)) return `The encrypted connection to ${url.host} failed (TLS, ${code}).`;
  return `The request failed: ${detail}${code && ` (${code})`}.`;
}
