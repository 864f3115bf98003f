import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';

/**
 * The page as one file. What runs or draws in it is named by its hash in the policy; the engine's script and the fonts are
 * blocks of data, deflated, which the page unpacks: the first for a worker (a `blob:` of its own making), the others for the
 * engine. No address can be asked for: there is no `connect-src`.
 */
export function assembleOffline({ page, sheet, worker, fonts, icon, licences }) {
  const nonce = createHash('sha256').update(page).digest('base64url').slice(0, 22);
  const script = safeScript(page);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    'worker-src blob:',
    `style-src ${hashOf(sheet)} 'nonce-${nonce}'`,
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const blocks = [
    dataBlock('engine', Buffer.from(worker)),
    ...fontFiles(fonts).map(([name, bytes]) => dataBlock(`font:${name}`, bytes)),
  ];
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light">
<meta name="thethuc-nonce" content="${nonce}">
<link rel="icon" href="data:image/svg+xml;base64,${Buffer.from(icon).toString('base64')}">
<title>Thể Thức</title>
<style>${sheet}</style>
</head>
<body>
<div id="app"></div>
<noscript>Trang này cần JavaScript. Hãy bật JavaScript trong trình duyệt rồi mở lại.</noscript>
<script type="text/plain" id="licences">
${licences.replaceAll('</script', '<\\/script')}</script>
${blocks.join('\n')}
<script>${script}</script>
</body>
</html>
`;
}

const hashOf = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** What would end the script's element, or begin a comment in it, written otherwise; in strings and patterns it means the same. */
const safeScript = (code) => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');

const dataBlock = (name, bytes) =>
  `<script type="application/octet-stream" data-name="${name}">${deflateRawSync(bytes, { level: 9 }).toString('base64')}</script>`;

/** The subsets, and the full fonts for letters outside them. */
const fontFiles = (folder) =>
  [
    ...readdirSync(join(folder, 'subsets')).map((name) => `subsets/${name}`),
    ...readdirSync(folder).filter((name) => name.endsWith('.ttf')),
  ]
    .sort()
    .map((name) => [name, readFileSync(join(folder, ...name.split('/')))]);
