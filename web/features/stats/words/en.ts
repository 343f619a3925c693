/** What is published of all rooms: how many, and nothing else. */
export const stats = {
  link: 'Essaim in figures',
  title: 'Essaim in figures',
  open: 'Open a room',
}
