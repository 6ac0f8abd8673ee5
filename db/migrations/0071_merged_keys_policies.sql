-- Whoever merges customers moves their keys along; the foreign key keeps them in the organization.
grant update (customer_id) on api_keys to dueline_staff;
