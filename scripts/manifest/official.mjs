/** How long Microsoft's service may take, in milliseconds. */
const PATIENCE = 30_000;

const microsoft = async (file) => {
  const { validateManifest } = await import('office-addin-manifest');
  return validateManifest(file);
};

const late = () =>
  new Promise((resolve) => {
    setTimeout(
      () => resolve({ isValid: false, status: `nothing within ${PATIENCE / 1000} seconds` }),
      PATIENCE,
    ).unref();
  });

/** How the package says that the network is closed; any other error is a defect and is thrown. */
const NO_CONTACT = 'Unable to contact';

const sentence = ({ title = '', content = '', line }) =>
  [
    line ? `line ${line}: ` : '',
    title,
    title && content ? ': ' : '',
    typeof content === 'string' ? content : JSON.stringify(content),
  ].join('');

/**
 * What Microsoft's own validation says of a manifest (validationgateway.omex.office.net; the manifest is sent there, nothing else). `unreachable` is not
 * a verdict: the caller must say so.
 */
export async function officialVerdict(file, validate = microsoft) {
  try {
    const { isValid, report, status } = await Promise.race([validate(file), late()]);
    if (isValid) return { kind: 'accepted' };
    const errors = report?.errors ?? [];
    if (errors.length > 0 || report?.status)
      return { kind: 'refused', sentences: errors.length > 0 ? errors.map(sentence) : [`status ${report.status}`] };
    return { kind: 'unreachable', reason: `the service answered ${status ?? 'nothing'} without a report` };
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith(NO_CONTACT)) throw error;
    return { kind: 'unreachable', reason: error.message.replace(/\s+/g, ' ') };
  }
}
