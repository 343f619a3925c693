/** On one's own machine: the header by which every request to the Worker shows that it came by the door (scripts/front). */
export const FRONT_DOOR_HEADER = 'essaim-front-door'
