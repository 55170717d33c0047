"""What the masked answer costs: `python -m bench` measures it on generated persons and writes docs/speed.md."""
