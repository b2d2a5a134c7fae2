using System.Collections;
using System.Text.Json.Serialization;

namespace UnionBot.Sandbox.Pushes;

/// <summary>
/// The fields of a push in their order. A value is a text, a whole number or further fields; a name that comes several
/// times is a list, as in the platform's XML.
/// </summary>
[JsonConverter(typeof(PushFieldsJson))]
internal sealed class PushFields : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> _fields = [];

    public void Add(string name, string value) => _fields.Add(new(name, value));

    public void Add(string name, long value) => _fields.Add(new(name, value));

    public void Add(string name, PushFields value) => _fields.Add(new(name, value));

    public void AddRange(PushFields more) => _fields.AddRange(more._fields);

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
