-- Whoever merges customers moves their logins along; the foreign key keeps them in the organization.
grant update (customer_id) on memberships to dueline_staff;
