-- Nothing shows the picture of a business to whoever is not signed in.
drop policy auth_rows on logos;
revoke select on logos from dueline_auth;
