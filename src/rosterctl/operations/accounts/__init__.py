"""What every officer has borne, and the account of time off in lieu, over all published rosters."""
