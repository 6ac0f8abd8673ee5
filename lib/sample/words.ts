/** What made-up businesses are called: a place or a plant, and what they do with the tag that tells it. No real company. */
export const FIRST_NAMES: readonly string[] = (
  'Brightwater|Saltmarsh|Tamarind|Kestrel|Juniper Street|Copperfield|Wrenhollow|Larkmere|Thistledown|Oakhaven|' +
  'Marlow Bay|Quillfeather|Harrowgate Lane|Pebblecroft|Silverbirch|Fennick|Gullwing|Rosemoor|Tidewell|Emberly|' +
  'Northlight|Cedarmouth|Willowmere|Blackthorn Yard|Amberley Row|Foxglade|Stonequay|Merrowby|Dovecote|Linden Hall|' +
  'Sparrowfield|Kingsmarsh|Applegarth|Driftmoor|Old Ferry|Halfmoon|Greywater|Plumstead Rise|Heathersett|Ravenscar|' +
  'Sundial|Tollgate|Velvet Fig|Wickham Green|Yarrowdale|Nettlebrook|Periwinkle|Hazelcombe|Ironbridge Row|Moonacre'
).split('|');

/** Lines of business, each with its tag. */
export const TRADES: readonly (readonly [name: string, tag: string])[] = [
  ['Hotels', 'hospitality'],
  ['Brewing Co.', 'brewery'],
  ['Kitchen', 'restaurant'],
  ['Coffee Roasters', 'cafe'],
  ['Deli', 'restaurant'],
  ['Inns', 'hospitality'],
  ['Bistro', 'restaurant'],
  ['Conference Center', 'events'],
  ['Bakery', 'cafe'],
  ['Spa & Lodge', 'hospitality'],
  ['Grill', 'restaurant'],
  ['Weddings', 'events'],
  ['Tea House', 'cafe'],
  ['Guesthouse', 'hospitality'],
  ['Tavern', 'restaurant'],
  ['Sailing Club', 'events'],
  ['Canteens', 'offices'],
  ['Residences', 'hospitality'],
  ['Cinema', 'events'],
  ['Vineyard', 'hospitality'],
  ['Studios', 'offices'],
  ['Golf Club', 'events'],
  ['Noodle Bar', 'restaurant'],
  ['Clinics', 'offices'],
  ['Workspaces', 'offices'],
  ['Gallery', 'events'],
  ['Fish House', 'restaurant'],
  ['Hostels', 'hospitality'],
  ['Academy', 'offices'],
  ['Theatre', 'events'],
  ['Gardens', 'events'],
  ['Pizzeria', 'restaurant'],
  ['Marina', 'hospitality'],
  ['Creamery', 'cafe'],
  ['Law Offices', 'offices'],
  ['Chapel House', 'events'],
  ['Smokehouse', 'restaurant'],
  ['Ballroom', 'events'],
  ['Press Club', 'offices'],
  ['Juice Bar', 'cafe'],
];

/** Sites of a business that is a customer of its own. */
export const SITES: readonly string[] = ['Harbor House', 'North Pier', 'Old Town', 'Riverside'];

/** Where they are: invented streets and towns, at home and where euros are paid. */
export const STREETS: readonly string[] =
  'Tannery Lane|Ferry Road|Orchard Street|Mill Row|Quay Street|Larch Avenue|Station Road|Bell Lane'.split(
    '|',
  );
export const TOWNS: readonly string[] =
  'Alderford, OR|Marlow Bay, WA|Finchley Falls, OR|Cedar Reach, WA|Port Ellery, CA|Winslow Mills, ME'.split(
    '|',
  );
export const EURO_STREETS: readonly string[] = 'Lindenweg|Hafengasse|Rue des Tilleuls|Kastanienallee'.split(
  '|',
);
export const EURO_TOWNS: readonly string[] = 'Seehausen am Wald|Vauclaire-sur-Mer|Obermoosbach'.split('|');

/** People: none of them is anybody. */
export const GIVEN_NAMES: readonly string[] =
  'Oskar|Helen|Mara|Jonas|Priscilla|Devon|Aiko|Samuel|Leila|Tobias|Nadia|Felix|Imani|Ruth|Carlos|Greta'.split(
    '|',
  );
export const FAMILY_NAMES: readonly string[] =
  'Dahl|Okonjo|Varga|Whitlow|Sandoval|Brandt|Ishikawa|Merrin|Haddad|Lindqvist|Ferro|Castellan|Ashby|Novak'.split(
    '|',
  );

/** The collectors, by first name. */
export const COLLECTORS: readonly string[] = ['Priya', 'Tom', 'Ines'];

/** What people say when they promise. */
export const PROMISE_NOTES: readonly string[] = [
  'Accounts payable will put it in the next payment run.',
  'Waiting for the second signature; approved in principle.',
  'Their client pays this week, then ours goes out.',
  'Owner called back and apologized; will wire it.',
];

/** Why an invoice is contested, or partly given back. */
export const DISPUTE_REASONS: readonly string[] = [
  'Two linen deliveries were short; waiting for the signed slips.',
  'Billed for 60 covers, 48 were served.',
];
export const CREDIT_REASONS: readonly string[] = [
  'Delivery was short',
  'Linen returned stained',
  'Agreed discount was left out',
  'Machine failed on the day',
];

/** Why the bank took a payment back, by how it had come. */
export const BOUNCE_REASONS: Readonly<Record<string, string>> = {
  ACH: 'ACH return R01: insufficient funds',
  Check: 'Check returned: account closed',
};
