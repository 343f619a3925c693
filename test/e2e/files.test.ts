import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { gather } from './support/gathering.ts'
import type { Person } from './support/person.ts'
import { png } from './support/png.ts'

const here = gather()
const quiet = { mic: false, cam: false } as const
const patience = { timeout: 30_000 }

interface Sent {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

async function openChat(person: Person): Promise<void> {
  if (!(await person.page.locator('.chat-composer').isVisible())) await person.press('chat')
  await person.page.locator('.chat-composer').waitFor()
}

async function send(person: Person, file: Sent, to?: string): Promise<void> {
  await openChat(person)
  if (to !== undefined) await person.page.locator('select[name="addressee"]').selectOption({ label: to })
  await person.page.locator('input[type="file"]').setInputFiles(file)
  await person.page.locator(`[data-attached="${file.name}"]`).waitFor()
  await person.page.keyboard.press('Enter')
  await person.page.locator(`[data-file="${file.name}"]`).waitFor()
}

const fileOf = (person: Person, name: string) => person.page.locator(`[data-file="${name}"]`)

const naturalWidth = (person: Person, name: string) => () =>
  fileOf(person, name)
    .locator('img')
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth))

/** What that person gets where they save a file. */
async function saved(person: Person, name: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = person.page.waitForEvent('download')
  await fileOf(person, name).locator('[data-action="save-file"]').click()
  const download = await coming
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

const frames = (person: Person): string => person.frames.map(({ text }) => text).join('\n')

test('T7 T8 a picture reaches another and is shown, and its bytes are what was sent', async () => {
  const ada = await here.join('pictures', 'Ada', quiet)
  const ben = await here.join('pictures', 'Ben', quiet)
  await ada.sees('Ben')
  const picture = { name: 'honey.png', mimeType: 'image/png', buffer: png(200_000) }
  await send(ada, picture)
  // Announced, and shown for a moment; nothing of it comes before one looks.
  await expect.poll(() => ben.page.locator('[data-announcer]').textContent(), patience).toContain('honey.png')
  expect(frames(ben)).not.toContain('\\"part\\"')
  await openChat(ben)
  await expect.poll(naturalWidth(ben, 'honey.png'), patience).toEqual([40])
  await expect.poll(naturalWidth(ada, 'honey.png'), patience).toEqual([40])
  const { name, bytes } = await saved(ben, 'honey.png')
  expect(name).toBe('honey.png')
  expect(Buffer.compare(bytes, picture.buffer)).toBe(0)
})

test('T8 a private file reaches one person, and crosses nobody else’s socket', async () => {
  const ada = await here.join('private-file', 'Ada', quiet)
  const ben = await here.join('private-file', 'Ben', quiet)
  const eve = await here.join('private-file', 'Eve', quiet)
  await ada.sees('Ben', 'Eve')
  await openChat(eve)
  await send(
    ada,
    { name: 'payslip.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(300_000, 'sécret') },
    'Ben',
  )
  await openChat(ben)
  await fileOf(ben, 'payslip.pdf').locator('[data-action="fetch-file"]').click()
  const { bytes } = await saved(ben, 'payslip.pdf')
  expect(bytes.equals(Buffer.alloc(300_000, 'sécret'))).toBe(true)
  expect(frames(ben)).toContain('payslip.pdf')
  expect(frames(eve)).not.toContain('payslip.pdf')
  expect(frames(eve)).not.toContain('"kind":"file"')
})

test('T8 a page that calls itself a picture is never drawn: it is a file to save', async () => {
  const ada = await here.join('not-a-picture', 'Ada', quiet)
  const ben = await here.join('not-a-picture', 'Ben', quiet)
  await ada.sees('Ben')
  const page = Buffer.from('<!doctype html><script>parent.document.title = "owned"</script>')
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  await send(ada, { name: 'photo.png', mimeType: 'image/png', buffer: page })
  await send(ada, { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: svg })
  await openChat(ben)
  for (const [name, content] of [
    ['photo.png', page],
    ['drawing.svg', svg],
  ] as const) {
    const file = await saved(ben, name)
    expect(file.bytes.equals(content)).toBe(true)
  }
  expect(await ben.page.locator('.file img, .file iframe, .file object, .file embed').count()).toBe(0)
  expect(await ben.page.title()).not.toContain('owned')
  expect(here.browser.contexts().flatMap((context) => context.pages())).toHaveLength(2)
})

test('6 MB are refused before anything is sent, in words', async () => {
  const ada = await here.join('too-large', 'Ada', quiet)
  await openChat(ada)
  const before = ada.frames.length
  const buffer = Buffer.alloc(6_000_000)
  await ada.page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer })
  await expect
    .poll(() => ada.page.locator('[data-unfit="too-large"]').textContent(), patience)
    .toContain('film.mp4')
  await ada.page.keyboard.press('Enter')
  expect(await ada.page.locator('[data-attached]').count()).toBe(0)
  expect(ada.frames.slice(before).filter(({ text }) => text.includes('send'))).toEqual([])
})

test('T8 who has left takes their files with them, and who stops gets no more', async () => {
  const ada = await here.join('leaving', 'Ada', quiet)
  const ben = await here.join('leaving', 'Ben', quiet)
  await ada.sees('Ben')
  await send(ada, { name: 'large.zip', mimeType: 'application/zip', buffer: Buffer.alloc(4_900_000, 3) })
  await openChat(ben)
  const large = fileOf(ben, 'large.zip')
  await large.locator('[data-action="fetch-file"]').click()
  await large.locator('progress').waitFor()
  // The button that began it stops it, with the focus still on it.
  await ben.page.keyboard.press('Enter')
  await large.locator('[data-action="fetch-file"]').waitFor()
  expect(await large.locator('progress').count()).toBe(0)
  await ben.page.keyboard.press('Enter')
  await large.locator('progress').waitFor()
  await ada.press('leave')
  await expect.poll(() => large.textContent(), patience).toContain('Ada has left')
  expect(await large.locator('button').count()).toBe(0)
})

test('what is pasted or dropped on the chat is attached', async () => {
  const ada = await here.join('dropped', 'Ada', quiet)
  await openChat(ada)
  await ada.page.evaluate(() => {
    const files = (name: string): DataTransfer => {
      const data = new DataTransfer()
      data.items.add(new File(['x'], name))
      return data
    }
    const how = { bubbles: true, cancelable: true }
    const field = document.querySelector('textarea[name="chat"]')
    field?.dispatchEvent(new ClipboardEvent('paste', { ...how, clipboardData: files('pasted.txt') }))
    document
      .querySelector('.chat')
      ?.dispatchEvent(new DragEvent('drop', { ...how, dataTransfer: files('dropped.txt') }))
    const beside = new DragEvent('drop', { ...how, dataTransfer: files('beside.txt') })
    document.body.dispatchEvent(beside)
    if (!beside.defaultPrevented) throw new Error('the browser would leave the room')
  })
  await expect
    .poll(() => ada.page.locator('[data-attached] bdi').allTextContents(), patience)
    .toEqual(['pasted.txt', 'dropped.txt'])
})
