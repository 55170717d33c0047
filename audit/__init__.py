"""The look-up log: who looked at what about whom, and why."""
