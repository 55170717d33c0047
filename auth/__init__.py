"""Who may see what: viewers, rules, decisions and tokens; knows neither the driver nor Strawberry."""
