-- What sites read their recorder's configuration with. It opens nothing else, and so is not stored as a hash.

ALTER TABLE orgs ADD COLUMN site_key text UNIQUE;
