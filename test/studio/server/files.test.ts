import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, linkSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashBytes } from '../../../src/host-node/hash-file.js';
import { ask, fileAt, PLAN, put, sendRaw, sha256Of, type Tried, tryServer } from './try-server.js';

let tried: Tried;
beforeAll(async () => {
  tried = await tryServer(
    {
      '2025/ke-hoach-2.yaml': PLAN,
      '.an/mat.yaml': PLAN,
      '.env.yaml': PLAN,
      '.thethuc/journal.json': '{}',
      'ghi-chu.md': 'không phải biểu mẫu',
      'docker.yaml': 'services:\n  a: 1\n',
      'mau.json': '{ "Loại văn bản": "Kế hoạch", "Trích yếu": "Bản JSON" }',
      'thu-muc.yaml/a.yaml': PLAN,
    },
    { requestMs: 2000 },
  );
  const { folder, around } = tried;
  symlinkSync(join(around, 'bi-mat.yaml'), join(folder, 'loi-ra.yaml'));
  symlinkSync(around, join(folder, 'ra-ngoai'));
  symlinkSync(join(folder, '.env.yaml'), join(folder, 'vao-cho-an.yaml'));
  symlinkSync(join(folder, 'ke-hoach.yaml'), join(folder, 'loi-trong.yaml'));
  symlinkSync(join(folder, 'ghi-chu.md'), join(folder, 'doi-loai.yaml'));
  symlinkSync('vong.yaml', join(folder, 'vong.yaml'));
  symlinkSync('/dev/zero', join(folder, 'thiet-bi.yaml'));
  execFileSync('mkfifo', [join(folder, 'ong.yaml')]);
});
afterAll(() => tried.end());

const read = (path: string) => ask(tried.server, fileAt(path));
const write = (path: string, body: string | Uint8Array, headers: Readonly<Record<string, string>>) =>
  ask(tried.server, fileAt(path), { method: 'PUT', body, headers });
const onDisk = (path: string): string => readFileSync(join(tried.folder, path), 'utf8');

/** Paths that lead out of the folder, are hidden in it, or are no names of files. */
const BAD_PATHS = [
  '../bi-mat.yaml',
  '2025/../../bi-mat.yaml',
  './ke-hoach.yaml',
  '2025/./ke-hoach-2.yaml',
  '..\\bi-mat.yaml',
  '2025\\..\\..\\bi-mat.yaml',
  '/etc/passwd',
  '//etc/passwd',
  '/work/ke-hoach.yaml',
  'C:/Windows/win.ini.yaml',
  'C:ke-hoach.yaml',
  'c:\\bi-mat.yaml',
  '\\\\may-chu\\chia-se\\a.yaml',
  '//may-chu/chia-se/a.yaml',
  'ke-hoach.yaml::$DATA',
  'ke-hoach.yaml:luong.yaml',
  'ke-hoach.yaml\0.yaml',
  'a\r\nX-Y: z.yaml',
  'a\u0000.yaml',
  'CON.yaml',
  'com1.yaml',
  'nul/a.yaml',
  '.env.yaml',
  '.an/mat.yaml',
  '.thethuc/journal.json',
  '2025/.a.yaml',
  '~$ke-hoach.docx',
  'thu./a.yaml',
  'thu /a.yaml',
  '',
  '/',
  `${'a/'.repeat(600)}a.yaml`,
  '..%2fbi-mat.yaml',
  '\ufffd.yaml',
];

describe('a path that leads out is refused', () => {
  test.each(BAD_PATHS)('%j', async (path) => {
    const answer = await read(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('Trích yếu');
    const written = await write(path, PLAN, { 'If-None-Match': '*' });
    expect([400, 404]).toContain(written.status);
  });

  test.each([
    '%2e%2e%2fbi-mat.yaml',
    '..%2fbi-mat.yaml',
    '..%5cbi-mat.yaml',
    '%252e%252e%252fbi-mat.yaml',
    '..%c0%afbi-mat.yaml',
    'ke-hoach.yaml%00',
  ])('written as %s', async (raw) => {
    const answer = await ask(tried.server, `/api/file?path=${raw}`);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('Trích yếu');
  });

  test.each([
    ['a link to a file outside', 'loi-ra.yaml'],
    ['a file behind a link to a folder outside', 'ra-ngoai/bi-mat.yaml'],
    ['a link to what is hidden', 'vao-cho-an.yaml'],
    ['a link to a file of another type', 'doi-loai.yaml'],
    ['a link to itself', 'vong.yaml'],
    ['a device', 'thiet-bi.yaml'],
    ['a pipe', 'ong.yaml'],
    ['a folder', 'thu-muc.yaml'],
    ['a file below a file', 'ke-hoach.yaml/a.yaml'],
    ['a type of file that is not of the page', 'ghi-chu.md'],
  ])('%s', async (_, path) => {
    const answer = await read(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toContain('Trích yếu');
    const before = readFileSync(join(tried.around, 'bi-mat.yaml'), 'utf8');
    for (const headers of [{ 'If-None-Match': '*' }, { 'If-Match': `"${hashBytes(Buffer.from(PLAN))}"` }]) {
      const written = await write(path, 'Loại văn bản: Khác\n', headers);
      expect([400, 404, 409, 412]).toContain(written.status);
    }
    expect(readFileSync(join(tried.around, 'bi-mat.yaml'), 'utf8')).toBe(before);
  });

  test('a paper beside a form outside', async () => {
    for (const beside of ['../a.yaml', 'ra-ngoai/a.yaml', '/etc/a.yaml', '.an/a.yaml', 'khong-co/a.yaml']) {
      const path = `/api/paper?beside=${encodeURIComponent(beside)}&name=a.yaml`;
      const answer = await ask(tried.server, path, {
        method: 'PUT',
        body: PLAN,
        headers: { 'If-None-Match': '*' },
      });
      expect([400, 404]).toContain(answer.status);
    }
    expect(readdirSync(tried.around).sort()).toEqual([
      'bi-mat.yaml',
      'cua-toi',
      'mau-co-san',
      'trang',
      'van-ban',
    ]);
  });
});

describe('a file', () => {
  test('is read with its hash, as bytes that no browser shows', async () => {
    const answer = await read('ke-hoach.yaml');
    expect([answer.status, answer.text]).toEqual([200, PLAN]);
    expect(sha256Of(answer.headers['etag'])).toBe(hashBytes(Buffer.from(PLAN)));
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-disposition']).toBe('attachment');
  });

  test('is read in a folder below, through a link that stays inside, and by a name of another Unicode form', async () => {
    put(tried.folder, { ['Kế hoạch.yaml'.normalize('NFD')]: PLAN });
    for (const path of ['2025/ke-hoach-2.yaml', 'loi-trong.yaml', 'Kế hoạch.yaml'.normalize('NFC')])
      expect((await read(path)).text).toBe(PLAN);
  });

  test('is written in place where the writer knows what is there, with its rights', async () => {
    put(tried.folder, { 'sua.yaml': PLAN });
    chmodSync(join(tried.folder, 'sua.yaml'), 0o640);
    const { headers } = await read('sua.yaml');
    const text = `${PLAN}Nơi nhận: lưu\n`;
    const saved = await write('sua.yaml', text, { 'If-Match': String(headers['etag']) });
    expect([saved.status, saved.json()]).toEqual([
      200,
      { path: 'sua.yaml', sha256: hashBytes(Buffer.from(text)) },
    ]);
    expect(onDisk('sua.yaml')).toBe(text);
    expect(statSync(join(tried.folder, 'sua.yaml')).mode & 0o777).toBe(0o640);
    expect(readdirSync(tried.folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('that changed on the disk meanwhile is left, and told', async () => {
    put(tried.folder, { 'doi.yaml': PLAN });
    const { headers } = await read('doi.yaml');
    put(tried.folder, { 'doi.yaml': 'của người khác' });
    const saved = await write('doi.yaml', 'của tôi', { 'If-Match': String(headers['etag']) });
    expect(saved.status).toBe(412);
    expect(saved.json()).toMatchObject({
      code: 'changed',
      message: 'Tệp trong thư mục đã khác với bản đang mở',
      present: hashBytes(Buffer.from('của người khác')),
    });
    expect(onDisk('doi.yaml')).toBe('của người khác');
  });

  test('that was taken away meanwhile is not made again unasked', async () => {
    const saved = await write('da-xoa.yaml', PLAN, { 'If-Match': `"${'0'.repeat(64)}"` });
    expect([saved.status, saved.json()['present']]).toEqual([412, null]);
    expect(existsSync(join(tried.folder, 'da-xoa.yaml'))).toBe(false);
  });

  test('is made anew only where there is none', async () => {
    expect((await write('moi.yaml', PLAN, { 'If-None-Match': '*' })).status).toBe(200);
    const again = await write('moi.yaml', 'khác', { 'If-None-Match': '*' });
    expect([again.status, again.json()['message']]).toEqual([412, 'Trong thư mục đã có tệp mang tên này']);
    expect(onDisk('moi.yaml')).toBe(PLAN);
  });

  test.each([
    [{}],
    [{ 'If-Match': '*' }],
    [{ 'If-Match': '"abc"' }],
    [{ 'If-Match': `W/"${'0'.repeat(64)}"` }],
    [{ 'If-None-Match': '"abc"' }],
    [{ 'If-Match': `"${'0'.repeat(64)}"`, 'If-None-Match': '*' }],
  ])('is not written under the condition %j', async (headers) => {
    expect((await write('ke-hoach.yaml', 'khác', headers as Record<string, string>)).status).toBe(428);
    expect(onDisk('ke-hoach.yaml')).toBe(PLAN);
  });

  test('of two writers at once only one is written', async () => {
    put(tried.folder, { 'hai-nguoi.yaml': PLAN });
    const { headers } = await read('hai-nguoi.yaml');
    const texts = Array.from({ length: 8 }, (_, index) => `bản ${index}\n`.repeat(5000));
    const all = await Promise.all(
      texts.map((text) => write('hai-nguoi.yaml', text, { 'If-Match': String(headers['etag']) })),
    );
    expect(all.map(({ status }) => status).sort()).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
    expect(onDisk('hai-nguoi.yaml')).toBe(texts[all.findIndex(({ status }) => status === 200)]);
  });

  test('through a link stays where it is, and the link a link', async () => {
    put(tried.folder, { '2025/that.yaml': PLAN });
    symlinkSync(join(tried.folder, '2025/that.yaml'), join(tried.folder, 'loi.yaml'));
    const { headers } = await read('loi.yaml');
    expect((await write('loi.yaml', 'mới', { 'If-Match': String(headers['etag']) })).status).toBe(200);
    expect(onDisk('2025/that.yaml')).toBe('mới');
  });

  test('with a second name elsewhere does not change there', async () => {
    linkSync(join(tried.around, 'bi-mat.yaml'), join(tried.folder, 'ten-hai.yaml'));
    const { headers } = await read('ten-hai.yaml');
    await write('ten-hai.yaml', 'mới', { 'If-Match': String(headers['etag']) });
    expect(readFileSync(join(tried.around, 'bi-mat.yaml'), 'utf8')).toBe(PLAN);
  });

  test.each([
    ['no text as a form', 'hong.yaml', new Uint8Array([0xff, 0xfe, 0])],
    ['a text with a null as a form', 'hong.yaml', 'a\0b'],
    ['a text as a PDF', 'hong.pdf', 'không phải PDF'],
    ['a program as a DOCX', 'hong.docx', 'MZ\x90'],
    ['a program', 'chay.exe', 'MZ'],
    ['a script', 'chay.bat', 'echo'],
    ['a page', 'trang.html', '<script>'],
    ['no extension', 'tep', 'a'],
  ])('is not written: %s', async (_, path, body) => {
    expect((await write(path, body, { 'If-None-Match': '*' })).status).toBe(400);
    expect(existsSync(join(tried.folder, path))).toBe(false);
  });

  test.each([
    'text/plain',
    'application/json',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=a',
  ])('is not written as %s', async (type) => {
    const answer = await write('kieu.yaml', PLAN, { 'If-None-Match': '*', 'Content-Type': type });
    expect(answer.status).toBe(415);
  });
});

describe('a paper is put beside its form', () => {
  const PDF = '%PDF-1.7\n';
  const save = (name: string, beside = '2025/ke-hoach-2.yaml') =>
    ask(tried.server, `/api/paper?beside=${encodeURIComponent(beside)}&name=${encodeURIComponent(name)}`, {
      method: 'PUT',
      body: PDF,
      headers: { 'If-None-Match': '*' },
    });

  test.each([
    ['91/KH-LĐLĐ.pdf', '2025/91-KH-LĐLĐ.pdf'],
    ['../../ra-ngoai.pdf', '2025/ra-ngoai.pdf'],
    ['..\\..\\ra-ngoai-2.pdf', '2025/ra-ngoai-2.pdf'],
    ['C:\\Windows\\a.pdf', '2025/C-Windows-a.pdf'],
    ['CON.pdf', '2025/CON-van-ban.pdf'],
    ['a\r\nSet-Cookie: b=c.pdf', '2025/a Set-Cookie- b=c.pdf'],
    ['.an.pdf', '2025/an.pdf'],
    ['-rf.pdf', '2025/rf.pdf'],
    ['\u202efdp.exe.pdf', '2025/fdp.exe.pdf'],
  ])('%j as %j', async (name, path) => {
    const answer = await save(name);
    expect([answer.status, answer.json()['path']]).toEqual([200, path]);
    expect(onDisk(path)).toBe(PDF);
  });

  test('in the folder itself, and not over another', async () => {
    expect((await save('bao-cao.pdf', 'ke-hoach.yaml')).json()['path']).toBe('bao-cao.pdf');
    expect((await save('bao-cao.pdf', 'ke-hoach.yaml')).status).toBe(412);
  });

  test.each(['a.exe', 'a', '.pdf', 'pdf', 'a.pdf/', 'a.pdf.'])('not as %j', async (name) => {
    expect((await save(name)).status).toBe(400);
  });
});

describe('a body', () => {
  test('of 100 MB is refused, and the server lives', async () => {
    const answer = await write('lon.pdf', new Uint8Array(100_000_000), { 'If-None-Match': '*' });
    expect(answer.status).toBe(413);
    expect(answer.json()['message']).toBe('Tệp lớn hơn mức cho phép (50 MB)');
    expect((await ask(tried.server, '/api/desk')).status).toBe(200);
  });

  test('of a form may have 5 MB', async () => {
    const answer = await write('lon.yaml', 'a'.repeat(5_000_001), { 'If-None-Match': '*' });
    expect([answer.status, answer.json()['message']]).toEqual([413, 'Tệp lớn hơn mức cho phép (5 MB)']);
    expect((await write('vua.yaml', 'a'.repeat(5_000_000), { 'If-None-Match': '*' })).status).toBe(200);
  });

  test.each([fileAt('vo-tan.yaml'), '/api/desk', '/api/none'])(
    'that has no end, to %s, is refused and cut off',
    async (path) => {
      const { port, token } = tried.server;
      const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
      const head = `PUT ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Thethuc-Token: ${token}\r\nIf-None-Match: *\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n`;
      const { text } = await sendRaw(port, head + chunk.repeat(100));
      expect(text).toMatch(/^HTTP\/1\.1 4(?:13|04) /);
      expect(existsSync(join(tried.folder, 'vo-tan.yaml'))).toBe(false);
    },
  );

  test('that comes slowly ends by time, and writes nothing', async () => {
    const { port, token } = tried.server;
    const head = `PUT ${fileAt('cham.yaml')} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Thethuc-Token: ${token}\r\nIf-None-Match: *\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000\r\n\r\nabc`;
    const { text } = await sendRaw(port, head);
    expect(text).toMatch(/^(?:HTTP\/1\.1 408 |$)/);
    expect(existsSync(join(tried.folder, 'cham.yaml'))).toBe(false);
  });

  test('and heads that come slowly end too', async () => {
    const { text } = await sendRaw(tried.server.port, 'GET / HTTP/1.1\r\nHost: 127');
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
  });

  test('that breaks off writes nothing', async () => {
    const { port, token } = tried.server;
    const head = `PUT ${fileAt('dut.yaml')} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Thethuc-Token: ${token}\r\nIf-None-Match: *\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nXYZ\r\n`;
    expect((await sendRaw(port, head)).text).not.toMatch(/^HTTP\/1\.1 200/);
    expect(existsSync(join(tried.folder, 'dut.yaml'))).toBe(false);
  });
});

describe('the list of the folder', () => {
  test('has forms of known kinds, and nothing hidden, linked or special', async () => {
    const { files } = (await ask(tried.server, '/api/files')).json() as {
      files: readonly { path: string; about?: { kind?: string; kindName?: string; subject?: string } }[];
    };
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual([...paths].sort());
    expect(paths).toContain('2025/ke-hoach-2.yaml');
    for (const path of ['docker.yaml', 'ghi-chu.md', 'loi-ra.yaml', 'ong.yaml', '.env.yaml', '.an/mat.yaml'])
      expect(paths).not.toContain(path);
    expect(paths.filter((path) => path.startsWith('ra-ngoai'))).toEqual([]);
    expect(files.find(({ path }) => path === 'ke-hoach.yaml')?.about).toEqual({
      path: 'ke-hoach.yaml',
      kind: 'plan',
      kindName: 'Kế hoạch',
      subject: 'Tổ chức hội nghị',
    });
    expect(files.find(({ path }) => path === 'mau.json')?.about?.subject).toBe('Bản JSON');
  });

  test('says of one file what it is', async () => {
    const about = (path: string) => ask(tried.server, `/api/about?path=${encodeURIComponent(path)}`);
    put(tried.folder, { 'la.pdf': '%PDF-1.7\nkhông của ta' });
    expect((await about('ke-hoach.yaml')).json()['kind']).toBe('plan');
    expect((await about('la.pdf')).json()).toEqual({ path: 'la.pdf' });
    expect((await about('docker.yaml')).json()).toEqual({ path: 'docker.yaml' });
    expect([400, 404]).toContain((await about('../bi-mat.yaml')).status);
  });
});

test('nothing of this was a defect', () => {
  expect(tried.faults).toEqual([]);
});
